package org.perceus.node.internal.pool;

import java.util.Iterator;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.perceus.address.AddressRange;
import org.perceus.address.Ipv4Address;
import org.perceus.node.Network;

/**
 * The free addresses of a network's pool. Immutable.
 *
 * @param network whose pool it is
 * @param numbers which of its addresses are free, counted from the lowest
 */
public record AddressPool(Network network, FreeNumbers numbers) {
    /** Those that are not taken and that a node can have. */
    public static AddressPool of(Network network, Iterable<Ipv4Address> taken) {
        Stream<Ipv4Address> fixed = Stream.concat(network.router().stream(), network.nameServers().stream());
        return new AddressPool(
                network,
                FreeNumbers.of(
                        0,
                        network.pool().map(AddressRange::size).orElse(0),
                        Stream.concat(StreamSupport.stream(taken.spliterator(), false), fixed)
                                .flatMap(address -> place(network, address).stream())
                                .mapToInt(Integer::intValue)));
    }

    public AddressPool take(Ipv4Address address) {
        return place(network, address)
                .map(place -> new AddressPool(network, numbers.take(place)))
                .orElse(this);
    }

    public AddressPool release(Ipv4Address address) {
        return place(network, address)
                .filter(place -> !network.router().equals(Optional.of(address))
                        && !network.nameServers().contains(address))
                .map(place -> new AddressPool(network, numbers.release(place)))
                .orElse(this);
    }

    public boolean isFree(Ipv4Address address) {
        return place(network, address).filter(numbers::isFree).isPresent();
    }

    /** The free addresses, lowest first. */
    public Iterator<Ipv4Address> free() {
        PrimitiveIterator.OfInt free = numbers.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return free.hasNext();
            }

            @Override
            public Ipv4Address next() {
                return network.pool().orElseThrow().at(free.nextInt());
            }
        };
    }

    private static Optional<Integer> place(Network network, Ipv4Address address) {
        return network.pool().filter(pool -> pool.contains(address)).map(pool -> pool.place(address));
    }
}
