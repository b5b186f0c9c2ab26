package org.perceus.module.drivers;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * Says which drivers the node's kernel loads by itself, which it does not, and with which parameters (modprobe.d(5),
 * modules-load.d(5)). Where systemd does not load them, a program of Perceus does.
 */
@Component
@PerceusModule(name = "drivers", order = 35)
public final class Drivers implements ConfigurationModule {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}+";
    private static final SettingForm<String> DRIVER =
            SettingForm.matching("the name of a driver such as br_netfilter", NAME);
    private static final SettingForm<String> PARAMETERS = SettingForm.matching(
            "a driver and parameters of it such as loop max_loop=16",
            NAME + "( [A-Za-z0-9_.-]{1,64}+(=[A-Za-z0-9._:,/+@%-]{0,200}+)?+){1,32}+");

    private static final NodeSetting<List<String>> LOAD =
            NodeSetting.of("drivers", SettingForm.listOf(DRIVER), "drivers that the node loads when its system starts");
    private static final NodeSetting<List<String>> OFF = NodeSetting.of(
            "drivers-off",
            SettingForm.listOf(DRIVER),
            "drivers that the node does not load for hardware that it finds");
    private static final NodeSetting<List<String>> OPTIONS = NodeSetting.of(
            "drivers-options", SettingForm.entriesOf(PARAMETERS), "parameters that the node loads drivers with");

    @Override
    public List<NodeSetting<?>> settings() {
        return List.of(LOAD, OFF, OPTIONS);
    }

    @Override
    public NodeScript render(NodeView node) throws ProvisioningException {
        List<String> load = LOAD.of(node).orElse(List.of());
        String rules = rules(OFF.of(node).orElse(List.of()), OPTIONS.of(node).orElse(List.of()));
        NodeScript.Builder script = NodeScript.builder();
        if (!rules.isEmpty()) {
            script.writeFile("/etc/modprobe.d/perceus.conf", "644", rules);
        }
        if (!load.isEmpty()) {
            script.writeFile("/etc/modules-load.d/perceus.conf", "644", String.join("\n", load) + "\n");
            if (node.capsule().initSystem() != InitSystem.SYSTEMD) {
                script.call("run_beside", "drivers", "early");
            }
        }
        return script.build();
    }

    private static String rules(List<String> off, List<String> options) {
        return Stream.concat(
                        off.stream().map(name -> "blacklist " + name + "\n"),
                        options.stream().map(line -> "options " + line + "\n"))
                .collect(Collectors.joining());
    }
}
