package org.perceus.module.scripts.server;

import java.time.Duration;

/**
 * What a script on the server may use.
 *
 * @param time how long it may take
 * @param memoryMib address space of each of its processes, and what a file may have that it writes
 * @param processes how many the account may have, of all that runs as that account
 * @param outputKib what it may print
 */
public record Limits(Duration time, int memoryMib, int processes, int outputKib) {}
