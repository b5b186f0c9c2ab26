package org.perceus.module.mounts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.InitSystem;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.SettingForm;

/**
 * Mounts what the node is to have of file servers and disks: by units where systemd is, else by a program of Perceus. No boot
 * waits for a server that is away, and the capsule's own {@code fstab} stays as it is.
 */
@Component
@PerceusModule(name = "mounts", order = 50)
public final class Mounts implements ConfigurationModule {
    private static final String TABLE = "/etc/perceus/mounts";

    private static final NodeSetting<List<Mount>> MOUNTS = NodeSetting.of(
            "mounts",
            SettingForm.entriesOf(Mount.form()),
            "what the node mounts beside its root, as in 10.10.0.1:/home /home; 10.10.0.2:/data /data nfs ro");

    private final SystemdMounts systemd = new SystemdMounts();

    @Override
    public List<NodeSetting<?>> settings() {
        return List.of(MOUNTS);
    }

    @Override
    public NodeScript render(NodeView node) throws ProvisioningException {
        List<Mount> mounts = MOUNTS.of(node).orElse(List.of());
        if (mounts.isEmpty()) {
            return NodeScript.nothing();
        }
        checkFolders(mounts);
        NodeScript.Builder script = NodeScript.builder();
        if (node.capsule().initSystem() == InitSystem.SYSTEMD) {
            systemd.add(mounts, script);
        } else {
            script.writeFile(TABLE, "644", mounts.stream().map(Mount::line).collect(Collectors.joining()))
                    .call("run_beside", "mounts", "late");
        }
        return script.build();
    }

    private static void checkFolders(List<Mount> mounts) throws ProvisioningException {
        Set<String> folders = new HashSet<>();
        for (Mount mount : mounts) {
            if (!folders.add(mount.folder())) {
                throw new ProvisioningException(
                        "the setting mounts has " + mount.folder() + " twice: leave one of the two");
            }
        }
    }
}
