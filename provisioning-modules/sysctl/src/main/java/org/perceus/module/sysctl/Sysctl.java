package org.perceus.module.sysctl;

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
import org.perceus.provisioning.spi.SettingForm;

/**
 * Gives the node's kernel its parameters, by a file that systemd, OpenRC, procps and others read at the start (sysctl.d(5)). Not
 * each system has a program that does, so a program of Perceus reads it where systemd does not.
 */
@Component
@PerceusModule(name = "sysctl", order = 40)
public final class Sysctl implements ConfigurationModule {
    /** Files are read in the order of their names, and what comes last counts. */
    private static final String FILE = "/etc/sysctl.d/zz-perceus.conf";

    private static final NodeSetting<List<Parameter>> SYSCTL = NodeSetting.of(
            "sysctl",
            SettingForm.entriesOf(Parameter.form()),
            "parameters of the node's kernel, as in vm.swappiness=10; net.core.somaxconn=4096");

    @Override
    public List<NodeSetting<?>> settings() {
        return List.of(SYSCTL);
    }

    @Override
    public NodeScript render(NodeView node) throws ProvisioningException {
        List<Parameter> parameters = SYSCTL.of(node).orElse(List.of());
        if (parameters.isEmpty()) {
            return NodeScript.nothing();
        }
        NodeScript.Builder script = NodeScript.builder()
                .writeFile(FILE, "644", parameters.stream().map(Parameter::line).collect(Collectors.joining()));
        if (node.capsule().initSystem() != InitSystem.SYSTEMD) {
            script.call("run_beside", "sysctl", "early");
        }
        return script.build();
    }
}
