package org.perceus.module.syslog;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.InitSystem;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;
import org.perceus.provisioning.spi.ProvisioningException;

/**
 * Has whoever keeps the node's log send it to a server as well, by UDP (RFC 5426), which no node waits for: rsyslog and
 * syslog-ng by their folders, busybox by the options of its service.
 */
@Component
@PerceusModule(name = "syslog", order = 55)
public final class Syslog implements ConfigurationModule {
    private static final NodeSetting<LogServer> SYSLOG =
            NodeSetting.of("syslog", LogServer.form(), "server that the node sends its log to");

    @Override
    public List<NodeSetting<?>> settings() {
        return List.of(SYSLOG);
    }

    @Override
    public NodeScript render(NodeView node) throws ProvisioningException {
        Optional<LogServer> server = SYSLOG.of(node);
        return server.isPresent() ? tell(server.get(), node.capsule().initSystem()) : NodeScript.nothing();
    }

    private static NodeScript tell(LogServer server, InitSystem init) {
        NodeScript.Builder script = NodeScript.builder()
                .writeFile(
                        "/etc/rsyslog.d/zz-perceus.conf", "644", "*.* @" + server.host() + ":" + server.port() + "\n")
                .writeFile(
                        "/etc/syslog-ng/conf.d/perceus.conf",
                        "644",
                        "destination d_perceus { network(\"" + server.host() + "\" port(" + server.port()
                                + ") transport(\"udp\")); };\nlog { source(s_src); destination(d_perceus); };\n");
        if (init == InitSystem.OPENRC) {
            script.writeFile(
                    "/etc/conf.d/syslog",
                    "644",
                    "SYSLOGD_OPTS=\"-t -L -R " + server.host() + ":" + server.port() + "\"\n");
        }
        return script.build();
    }
}
