package org.perceus.doctor.check.network;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.address.Mac;
import org.perceus.doctor.wire.DhcpOffer;
import org.perceus.doctor.wire.Wire;

/** A wire with what a test puts on it. */
public final class FakeWire implements Wire {
    public Map<Client, List<DhcpOffer>> offers = Map.of();
    public Map<Ipv4, Set<Mac>> owners = Map.of();
    public Set<Mac> switches = Set.of();

    @Override
    public Map<Client, List<DhcpOffer>> discover(String device, Set<Client> clients) {
        Map<Client, List<DhcpOffer>> some = new TreeMap<>(offers);
        some.keySet().retainAll(clients);
        return some;
    }

    @Override
    public Map<Ipv4, Set<Mac>> owners(String device, Collection<Ipv4> addresses) {
        Map<Ipv4, Set<Mac>> some = new TreeMap<>(owners);
        some.keySet().retainAll(addresses);
        return some;
    }

    @Override
    public Set<Mac> spanningTree(String device) {
        return switches;
    }
}
