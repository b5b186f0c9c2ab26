package org.perceus.provisioning.internal.os;

import org.perceus.vnfs.Artifact;

/**
 * A program that tests the memory of a machine in place of a system. Immutable.
 *
 * @param bios the program for machines that started by a BIOS
 * @param uefi the one for UEFI
 */
public record MemoryTest(Artifact bios, Artifact uefi) {}
