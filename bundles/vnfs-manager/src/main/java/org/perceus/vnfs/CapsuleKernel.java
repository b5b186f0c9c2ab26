package org.perceus.vnfs;

/**
 * A kernel of a capsule that can be started and finds its modules. Immutable.
 *
 * @param path absolute path in the root of the file itself, not of a link to it
 * @param release the release, as {@code uname -r} prints it
 * @param initramfs how an initramfs has to be packed for it
 */
public record CapsuleKernel(String path, String release, InitramfsFormat initramfs) {}
