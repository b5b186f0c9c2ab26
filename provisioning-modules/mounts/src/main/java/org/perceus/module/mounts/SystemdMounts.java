package org.perceus.module.mounts;

import java.util.List;
import org.perceus.provisioning.spi.NodeScript;

/**
 * Units of systemd. What comes from another machine is tried at the start, while nothing waits for it, and again whenever
 * somebody looks into the folder, so that a server may be away and come back (systemd.mount(5), systemd.automount(5)).
 */
final class SystemdMounts {
    private static final String UNITS = "/etc/systemd/system/";

    /** What is wanted by these is not waited for by the start of the system: that is how these targets are. */
    private static final String REMOTE = "remote-fs.target";

    private static final String LOCAL = "local-fs.target";

    /** The agent waits for half a minute before it says which units have failed. */
    private static final int SECONDS = 20;

    private static final String NETWORK = "perceus-mounts.service";

    /** Who configures the cards does not say when they have their addresses. */
    private static final String NETWORK_UNIT =
            """
            [Unit]
            Description=Perceus: the network for mounts
            DefaultDependencies=no
            Before=shutdown.target
            Conflicts=shutdown.target

            [Service]
            Type=oneshot
            RemainAfterExit=yes
            TimeoutStartSec=infinity
            ExecStart=-/usr/lib/perceus/busybox timeout 60 /usr/lib/perceus/busybox sh -c \\
                'until ip -4 -o address show scope global | grep -q inet; do sleep 0.2; done'
            """;

    void add(List<Mount> mounts, NodeScript.Builder script) {
        if (mounts.stream().anyMatch(Mount::isRemote)) {
            script.writeFile(UNITS + NETWORK, "644", NETWORK_UNIT)
                    .linkFile("/usr/lib/systemd/system/" + REMOTE, UNITS + "multi-user.target.wants/" + REMOTE);
        }
        for (Mount mount : mounts) {
            String name = UnitName.of(mount.folder());
            addUnit(name + ".mount", unit(mount), mount.isRemote() ? REMOTE : LOCAL, script);
            if (mount.isRemote()) {
                addUnit(name + ".automount", automount(mount), REMOTE, script);
            }
        }
    }

    private static void addUnit(String name, String text, String target, NodeScript.Builder script) {
        script.writeFile(UNITS + name, "644", text).linkFile("../" + name, UNITS + target + ".wants/" + name);
    }

    private static String unit(Mount mount) {
        String network = mount.isRemote() ? "Wants=" + NETWORK + "\nAfter=" + NETWORK + "\n" : "";
        String limits = mount.isRemote() ? ",_netdev,nofail\nTimeoutSec=" + SECONDS + "\n" : ",nofail\n";
        // a percent sign would begin a specifier
        return "[Unit]\nDescription=Perceus: " + mount.folder() + "\n" + network + "\n[Mount]\nWhat=" + mount.source()
                + "\nWhere=" + mount.folder() + "\nType=" + mount.type() + "\nOptions="
                + mount.options().replace("%", "%%") + limits;
    }

    private static String automount(Mount mount) {
        return "[Unit]\nDescription=Perceus: " + mount.folder() + "\n\n[Automount]\nWhere=" + mount.folder() + "\n";
    }
}
