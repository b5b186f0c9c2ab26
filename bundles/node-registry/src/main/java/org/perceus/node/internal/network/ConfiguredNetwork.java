package org.perceus.node.internal.network;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.perceus.node.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A network from a configuration; it stays the same service while its configuration changes, so nodes see no gap. */
@Component(
        service = NetworkSource.class,
        configurationPid = "org.perceus.node.network",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = NetworkConfig.class, factory = true)
public final class ConfiguredNetwork implements NetworkSource {
    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredNetwork.class);

    private volatile Optional<Network> network;

    /** Reads the configuration. */
    @Activate
    public ConfiguredNetwork(Map<String, Object> properties) {
        network = read(properties);
    }

    @Override
    public Optional<Network> network() {
        return network;
    }

    @Modified
    void modified(Map<String, Object> properties) {
        network = read(properties);
    }

    private static Optional<Network> read(Map<String, Object> properties) {
        try {
            return Optional.of(new NetworkForm(properties).read());
        } catch (IllegalArgumentException e) {
            LOG.error(e.getMessage());
            return Optional.empty();
        }
    }
}
