package org.perceus.simulator.node;

import org.perceus.simulator.dhcp.Persona;
import org.perceus.simulator.http.Portion;

/**
 * How the nodes behave, all alike. Immutable.
 *
 * @param firmware what they boot by
 * @param bootProgram whether the boot program is loaded whole, or its first block
 * @param portion how much of each artifact is fetched
 * @param checkIns whether nodes that are ready go on to tell that they live
 * @param keys whether each shows a key of its machine with its claim
 */
public record Behaviour(Persona firmware, boolean bootProgram, Portion portion, boolean checkIns, boolean keys) {}
