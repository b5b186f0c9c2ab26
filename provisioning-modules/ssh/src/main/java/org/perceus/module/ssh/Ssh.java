package org.perceus.module.ssh;

import java.util.EnumSet;
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
 * Gives accounts of the node keys to log in with by ssh. The files that these go into belong to the capsule, so the node gets
 * a table, by which the first program of its system changes them; that also sees whether the server starts.
 */
@Component
@PerceusModule(name = "ssh", order = 65)
public final class Ssh implements ConfigurationModule {
    private static final String TABLE = "/usr/lib/perceus/ssh-keys";

    /** Nobody can tell these by files to start a server. */
    private static final Set<InitSystem> SERVICES_UNKNOWN =
            EnumSet.of(InitSystem.S6, InitSystem.BUSYBOX, InitSystem.OTHER);

    private static final NodeSetting<List<AuthorizedKey>> KEYS = NodeSetting.of(
            "ssh-keys",
            SettingForm.entriesOf(AuthorizedKey.form()),
            "public keys that let root or other accounts in by ssh");

    @Override
    public List<NodeSetting<?>> settings() {
        return List.of(KEYS);
    }

    @Override
    public NodeScript render(NodeView node) throws ProvisioningException {
        String lines = KEYS.of(node).orElse(List.of()).stream()
                .map(AuthorizedKey::line)
                .distinct()
                .collect(Collectors.joining());
        return lines.isEmpty()
                ? NodeScript.nothing()
                : script(lines, node.capsule().initSystem());
    }

    private static NodeScript script(String lines, InitSystem init) {
        NodeScript.Builder script = NodeScript.builder().writeFile(TABLE, "600", lines);
        if (SERVICES_UNKNOWN.contains(init)) {
            script.call("run_beside", "sshd", "late");
        }
        return script.build();
    }
}
