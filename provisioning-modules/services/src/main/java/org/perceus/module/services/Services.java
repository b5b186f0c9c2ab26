package org.perceus.module.services;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.perceus.provisioning.spi.CapsuleView;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;
import org.perceus.provisioning.spi.ProvisioningException;

/**
 * Says which services of its capsule a node starts by itself, by files and links for whoever starts the services there. The
 * capsule cannot be looked at, so a service that it does not have is not noticed here.
 */
@Component
@PerceusModule(name = "services", order = 60)
public final class Services implements ConfigurationModule {
    private final ServiceManager systemd = new Systemd();
    private final ServiceManager openrc = new OpenRc();
    private final ServiceManager sysvinit = new SysVinit();
    private final ServiceManager runit = new Runit();

    @Override
    public List<NodeSetting<?>> settings() {
        return ServiceSettings.all();
    }

    @Override
    public NodeScript render(NodeView node) throws ProvisioningException {
        ServiceSettings settings = ServiceSettings.of(node);
        if (settings.isEmpty()) {
            return NodeScript.nothing();
        }
        ServiceManager manager = managerOf(node.capsule());
        NodeScript.Builder script = NodeScript.builder();
        for (String service : settings.on()) {
            manager.turnOn(service, script);
        }
        for (String service : settings.off()) {
            manager.turnOff(service, script);
        }
        for (String service : settings.masked()) {
            manager.mask(service, script);
        }
        return script.build();
    }

    private ServiceManager managerOf(CapsuleView capsule) throws ProvisioningException {
        Optional<ServiceManager> manager =
                switch (capsule.initSystem()) {
                    case SYSTEMD -> Optional.of(systemd);
                    case OPENRC -> Optional.of(openrc);
                    case SYSVINIT -> Optional.of(sysvinit);
                    case RUNIT -> Optional.of(runit);
                    case S6, BUSYBOX, OTHER -> Optional.empty();
                };
        return manager.orElseThrow(
                () -> new ProvisioningException(
                        "the init of " + capsule.name() + "@"
                                + capsule.version() + " is of the family "
                                + capsule.initSystem().name().toLowerCase(Locale.ROOT)
                                + ", whose services cannot be chosen by files: take the settings services, services-off and services-masked away from this node, and choose them in the capsule"));
    }
}
