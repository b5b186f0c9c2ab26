package org.perceus.module.services;

/** The name of a service in systems that have a script for each. */
final class InitScript {
    private static final String UNIT = ".service";

    private InitScript() {}

    /** The name without what only systemd has, so that a setting can hold for nodes with systemd and for others. */
    static String name(String service) {
        return service.endsWith(UNIT) ? service.substring(0, service.length() - UNIT.length()) : service;
    }
}
