package org.perceus.module.console;

import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.InitSystem;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;
import org.perceus.provisioning.spi.ProvisioningException;

/**
 * Tells the kernel of the second OS its consoles, and lets people log in there. systemd does that itself on lines that the
 * kernel has; elsewhere a program of Perceus does where nobody else does.
 */
@Component
@PerceusModule(name = "console", order = 33)
public final class Consoles implements ConfigurationModule {
    private static final String TABLE = "/etc/perceus/consoles";
    private static final String GETTIES = "/etc/systemd/system/getty.target.wants/getty@";

    /** Of a line that says nothing, as of the kernel. */
    private static final String USUAL_SPEED = "9600";

    private static final NodeSetting<List<Console>> CONSOLES = NodeSetting.of(
            "console",
            Console.form(),
            "where the node's kernel writes and people log in; the last one is /dev/console");

    @Override
    public List<NodeSetting<?>> settings() {
        return List.of(CONSOLES);
    }

    @Override
    public NodeScript render(NodeView node) throws ProvisioningException {
        List<Console> consoles = CONSOLES.of(node).orElse(List.of());
        if (consoles.isEmpty()) {
            return NodeScript.nothing();
        }
        NodeScript.Builder script = NodeScript.builder();
        consoles.forEach(console -> script.kernelArgument(console.argument()));
        if (node.capsule().initSystem() == InitSystem.SYSTEMD) {
            consoles.stream()
                    .filter(Console::isScreen)
                    .map(Console::terminal)
                    .distinct()
                    .forEach(screen ->
                            script.linkFile("/usr/lib/systemd/system/getty@.service", GETTIES + screen + ".service"));
        } else {
            script.writeFile(
                            TABLE,
                            "644",
                            consoles.stream().map(Consoles::line).distinct().collect(Collectors.joining()))
                    .call("run_beside", "consoles", "late");
        }
        return script.build();
    }

    private static String line(Console console) {
        return console.isScreen()
                ? console.terminal() + " 38400 linux\n"
                : console.terminal() + " " + console.speed().orElse(USUAL_SPEED) + " vt102\n";
    }
}
