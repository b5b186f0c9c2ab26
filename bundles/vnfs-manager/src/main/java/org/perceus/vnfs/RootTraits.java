package org.perceus.vnfs;

import java.util.List;

/**
 * What a root is like, as its import found out. Immutable.
 *
 * @param system name and version of its distribution for people, such as {@code Debian GNU/Linux 12 (bookworm)}; may be
 *     empty
 * @param init absolute path of the program that is started as its first process, by the name that it has to be called by
 * @param initSystem the family of that program
 * @param network who gives its network cards their addresses
 * @param selinux what its configuration has SELinux do
 * @param findings what an administrator should know of it
 */
public record RootTraits(
        String system,
        String init,
        InitSystem initSystem,
        NetworkConfigurator network,
        SelinuxMode selinux,
        List<Finding> findings) {
    /** Of a capsule that was imported before roots were looked at. */
    public static final RootTraits UNKNOWN = new RootTraits(
            "", "/sbin/init", InitSystem.SYSTEMD, NetworkConfigurator.NETWORKD, SelinuxMode.DISABLED, List.of());

    /** Copies the findings. */
    public RootTraits {
        findings = List.copyOf(findings);
    }
}
