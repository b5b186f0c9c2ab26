package org.perceus.boot.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.ServingInterface;
import org.perceus.boot.internal.dhcp.ServerFacts;
import org.perceus.boot.internal.net.Devices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the servers of one interface to what the settings and the device allow. Used by one thread. */
final class InterfaceServers {
    private static final Logger LOG = LoggerFactory.getLogger(InterfaceServers.class);

    private final Devices devices;
    private final ServerFactory factory;
    private final Publisher publisher;
    private final Map<Ipv4Address, AddressServers> addresses = new LinkedHashMap<>();
    private final DhcpSlots dhcp;
    private final ServerSlot neighbors = new ServerSlot("router solicitation");
    private String complaint = "";

    /** Makes a serving interface known. */
    interface Publisher {
        /** Returns what takes it back. */
        Runnable publish(ServingInterface serving);
    }

    InterfaceServers(Devices devices, ServerFactory factory, Publisher publisher) {
        this.devices = devices;
        this.factory = factory;
        this.dhcp = new DhcpSlots(factory);
        this.publisher = publisher;
    }

    /** Starts what can start and stops what cannot stay. To be called again and again. */
    void adjust(InterfaceSettings settings) {
        Site site = Site.find(settings, devices, addresses.keySet().stream().findFirst());
        complain(site);
        if (site.places().isEmpty()) {
            stop();
            return;
        }
        Place first = site.places().get(0);
        List<ServerFacts> facts = site.places().stream()
                .map(place -> at(place).adjust(place, settings))
                .flatMap(Optional::stream)
                .toList();
        if (settings.answerSolicitations()) {
            neighbors.ensure(first.device() + ", index " + first.index(), () -> factory.neighbors(first));
        } else {
            neighbors.stop();
        }
        // Last, because a machine that has an address comes for its files at once.
        dhcp.adjust(first, facts, settings.relays());
        leave(site.places());
        site.places().forEach(place -> at(place).publish(place, settings, dhcp.all()));
    }

    private AddressServers at(Place place) {
        return addresses.computeIfAbsent(place.address(), address -> new AddressServers(factory, publisher));
    }

    /** Stops the servers of addresses that are not to be served any more. */
    private void leave(List<Place> places) {
        List<Ipv4Address> served = places.stream().map(Place::address).toList();
        addresses.entrySet().removeIf(entry -> {
            boolean gone = !served.contains(entry.getKey());
            if (gone) {
                entry.getValue().stop();
            }
            return gone;
        });
    }

    private void complain(Site site) {
        String sentence = String.join(", ", site.missing());
        if (!complaint.equals(sentence) && !sentence.isEmpty()) {
            LOG.warn(
                    "{}: {}; it is tried again until that changes",
                    site.places().isEmpty() ? "Nothing is served" : "Not all is served",
                    sentence);
        }
        complaint = sentence;
    }

    void stop() {
        addresses.values().forEach(AddressServers::withdraw);
        dhcp.stop();
        neighbors.stop();
        addresses.values().forEach(AddressServers::stop);
        addresses.clear();
    }
}
