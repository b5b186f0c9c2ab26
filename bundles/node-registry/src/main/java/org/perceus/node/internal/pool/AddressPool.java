package org.perceus.node.internal.pool;

import java.net.Inet4Address;
import java.util.Iterator;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.perceus.node.Network;
import org.perceus.node.Subnet;

/**
 * The free addresses of a network's pool. Immutable.
 *
 * @param network whose pool it is
 * @param numbers which of its addresses are free, counted from the lowest
 */
public record AddressPool(Network network, FreeNumbers numbers) {
    /** Those that are not taken and that a node can have. */
    public static AddressPool of(Network network, Iterable<Inet4Address> taken) {
        int size = (int) (Subnet.number(network.poolLast()) - Subnet.number(network.poolFirst()) + 1);
        Stream<Inet4Address> fixed = Stream.concat(network.router().stream(), network.nameServers().stream());
        return new AddressPool(
                network,
                FreeNumbers.of(
                        0,
                        size,
                        Stream.concat(StreamSupport.stream(taken.spliterator(), false), fixed)
                                .filter(address -> isIn(network, address))
                                .mapToInt(address -> place(network, address))));
    }

    public AddressPool take(Inet4Address address) {
        return isIn(network, address) ? new AddressPool(network, numbers.take(place(network, address))) : this;
    }

    public AddressPool release(Inet4Address address) {
        return isIn(network, address)
                        && !network.router().equals(Optional.of(address))
                        && !network.nameServers().contains(address)
                ? new AddressPool(network, numbers.release(place(network, address)))
                : this;
    }

    public boolean isFree(Inet4Address address) {
        return isIn(network, address) && numbers.isFree(place(network, address));
    }

    /** The free addresses, lowest first. */
    public Iterator<Inet4Address> free() {
        long first = Subnet.number(network.poolFirst());
        PrimitiveIterator.OfInt free = numbers.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return free.hasNext();
            }

            @Override
            public Inet4Address next() {
                return Subnet.address(first + free.nextInt());
            }
        };
    }

    private static boolean isIn(Network network, Inet4Address address) {
        long number = Subnet.number(address);
        return number >= Subnet.number(network.poolFirst()) && number <= Subnet.number(network.poolLast());
    }

    private static int place(Network network, Inet4Address address) {
        return (int) (Subnet.number(address) - Subnet.number(network.poolFirst()));
    }
}
