package org.perceus.module.time;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
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

/** Gives the node its time zone, and tells whoever sets its clock which servers to ask. */
@Component
@PerceusModule(name = "time", order = 45)
public final class TimeOfDay implements ConfigurationModule {
    private static final NodeSetting<ZoneId> ZONE = NodeSetting.of(
            "time-zone",
            SettingForm.of("a time zone of the IANA such as Europe/Berlin or UTC", List.of("UTC"), TimeOfDay::zone),
            "time zone of the node");
    private static final NodeSetting<List<String>> SERVERS = NodeSetting.of(
            "time-servers",
            SettingForm.listOf(SettingForm.matching(
                    "an address or a name of a server such as 10.10.0.1", "[A-Za-z0-9][A-Za-z0-9.:_-]{0,252}+")),
            "servers of NTP that chrony or systemd-timesyncd of the node asks");

    @Override
    public List<NodeSetting<?>> settings() {
        return List.of(ZONE, SERVERS);
    }

    @Override
    public NodeScript render(NodeView node) throws ProvisioningException {
        NodeScript.Builder script = NodeScript.builder();
        ZONE.of(node).map(ZoneId::getId).ifPresent(zone -> script.linkFile(
                        "/usr/share/zoneinfo/" + zone, "/etc/localtime")
                .writeFile("/etc/timezone", "644", zone + "\n"));
        List<String> servers = SERVERS.of(node).orElse(List.of());
        if (!servers.isEmpty()) {
            tellServers(servers, node.capsule().initSystem(), script);
        }
        return script.build();
    }

    /** Whoever is not there reads nothing of it. */
    private static void tellServers(List<String> servers, InitSystem init, NodeScript.Builder script) {
        String lines =
                servers.stream().map(server -> "server " + server + " iburst\n").collect(Collectors.joining());
        script.writeFile("/etc/chrony/sources.d/perceus.sources", "644", lines);
        if (init == InitSystem.SYSTEMD) {
            script.writeFile(
                    "/etc/systemd/timesyncd.conf.d/perceus.conf",
                    "644",
                    "[Time]\nNTP=" + String.join(" ", servers) + "\n");
            // the only folder for servers that Enterprise Linux has is made anew at each start
            script.writeFile(
                    "/etc/tmpfiles.d/perceus-chrony.conf",
                    "644",
                    "L /run/chrony-dhcp/perceus.sources - - - - /etc/chrony/sources.d/perceus.sources\n");
        }
        if (init == InitSystem.OPENRC) {
            // that of Alpine and Gentoo reads no folder
            script.writeFile(
                    "/etc/chrony/chrony.conf",
                    "644",
                    lines + "driftfile /var/lib/chrony/chrony.drift\nmakestep 1 3\nrtcsync\n");
        }
    }

    /** Names that the tables of zones have; an offset such as +02:00 has no file there. */
    private static Optional<ZoneId> zone(String text) {
        return Optional.of(text)
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .filter(name -> !name.startsWith("SystemV/"))
                .map(ZoneId::of);
    }
}
