package org.perceus.module;

/**
 * One of a module's own settings. Immutable.
 *
 * @param pid the configuration that it belongs to: the file {@code etc/PID.cfg}
 * @param key its key in the file
 * @param value the value in effect
 * @param configured whether the configuration sets it; else the value is the default
 * @param description what it means
 */
public record ModuleSetting(String pid, String key, String value, boolean configured, String description) {}
