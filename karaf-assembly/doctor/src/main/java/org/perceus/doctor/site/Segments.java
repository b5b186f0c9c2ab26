package org.perceus.doctor.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.system.Link;

/** Puts devices and configuration together. */
public final class Segments {
    private Segments() {}

    /**
     * What is to be examined.
     *
     * @param device the only one that is wanted; empty for all that are configured
     */
    public static List<Segment> of(Site site, List<Link> links, Optional<String> device) {
        List<ServedInterface> served = site.interfaces().stream()
                .filter(one -> device.isEmpty() || device.get().equals(one.device()))
                .toList();
        boolean configured = !served.isEmpty() || device.isEmpty();
        List<ServedInterface> wanted = configured ? served : List.of(ServedInterface.usual(device.orElseThrow()));
        return wanted.stream()
                .flatMap(one -> wanted(one).map(address -> segment(site, links, one, configured, address)))
                .toList();
    }

    /** Each that is named, or nothing for the first that the device has. */
    private static Stream<Optional<Ipv4>> wanted(ServedInterface served) {
        return served.addresses().isEmpty()
                ? Stream.of(Optional.empty())
                : served.addresses().stream().map(Optional::of);
    }

    private static Segment segment(
            Site site, List<Link> links, ServedInterface served, boolean configured, Optional<Ipv4> wanted) {
        Optional<Link> link =
                links.stream().filter(one -> one.name().equals(served.device())).findFirst();
        Optional<Ipv4> address = link.flatMap(one -> one.addresses().stream()
                .map(Link.Address::address)
                .filter(found -> wanted.isEmpty() || wanted.get().equals(found))
                .findFirst());
        Optional<NodeNetwork> network = address.flatMap(found -> site.networks().stream()
                .filter(one -> one.subnet().contains(found))
                .findFirst());
        return new Segment(served, configured, wanted, link, address, network);
    }
}
