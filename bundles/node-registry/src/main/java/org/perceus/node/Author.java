package org.perceus.node;

/**
 * Who changes the registry, and why; kept with the change.
 *
 * @param who an account or a part of Perceus, such as {@code root} or {@code discovery}
 * @param why a command line or a reason in a few words
 */
public record Author(String who, String why) {}
