package org.perceus.provisioning.internal.served;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.ServingInterface;
import org.perceus.node.Network;

/** The provisioning interfaces at this moment. Thread-safe. */
@Component(service = ServedInterfaces.class)
public final class ServedInterfaces {
    private final List<ServingInterface> interfaces = new CopyOnWriteArrayList<>();

    /** Knows none yet. */
    @Activate
    public ServedInterfaces() {}

    /** One is there. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bind(ServingInterface serving) {
        interfaces.add(serving);
    }

    /** One is gone. */
    public void unbind(ServingInterface serving) {
        interfaces.remove(serving);
    }

    /**
     * Whether machines of a network have their addresses from this server's DHCP, as far as an interface tells.
     *
     * @param address of the interface that they reach this server by
     */
    public boolean giveAddresses(String address, Network network) {
        return at(address)
                .filter(serving -> serving.servers().contains("dhcp"))
                .filter(serving ->
                        network.pool().isPresent() || network.subnet().hasHost(serving.address()))
                .isPresent();
    }

    /** Addresses of all of them. */
    public Set<Ipv4Address> addresses() {
        return interfaces.stream().map(ServingInterface::address).collect(Collectors.toUnmodifiableSet());
    }

    /** The one with an address of this server. */
    public Optional<ServingInterface> at(String address) {
        return interfaces.stream()
                .filter(serving -> serving.address().toString().equals(address))
                .findFirst();
    }

    /** The one in a network; none when that is behind a relay. */
    public Optional<ServingInterface> in(Network network) {
        return interfaces.stream()
                .filter(serving -> network.subnet().hasHost(serving.address()))
                .findFirst();
    }
}
