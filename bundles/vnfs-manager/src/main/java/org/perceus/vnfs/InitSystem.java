package org.perceus.vnfs;

/** What starts the services of a root: the family that its first process belongs to. */
public enum InitSystem {
    SYSTEMD,
    /** OpenRC, started by any program. */
    OPENRC,
    /** The runlevels of System V, with scripts in {@code /etc/init.d}. */
    SYSVINIT,
    RUNIT,
    S6,
    /** That of busybox, with {@code /etc/inittab} alone. */
    BUSYBOX,
    /** Any other program. */
    OTHER
}
