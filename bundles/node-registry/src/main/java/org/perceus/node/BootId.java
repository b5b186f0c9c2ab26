package org.perceus.node;

/**
 * Names one boot of one node: boots of a node are numbered by the time at which they began, so a boot server that forgot
 * an unsaved boot can take it up again. Immutable; a later boot is greater.
 *
 * @param mac the node
 * @param startedMillis when the boot began, in milliseconds since 1970-01-01T00:00Z
 */
public record BootId(MacAddress mac, long startedMillis) {}
