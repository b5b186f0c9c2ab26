package org.perceus.node.internal.pool;

import java.net.Inet4Address;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.PrimitiveIterator;
import org.perceus.node.Network;
import org.perceus.node.Subnet;

/** The free addresses of a network's pool. Belongs to one thread. */
public final class AddressPool {
    private final Network network;
    private final long first;
    private final long last;
    private final FreeNumbers numbers;

    public AddressPool(Network network, Collection<Inet4Address> taken) {
        this.network = network;
        this.first = Subnet.number(network.poolFirst());
        this.last = Subnet.number(network.poolLast());
        this.numbers = new FreeNumbers(0, (int) (last - first + 1));
        network.router().ifPresent(this::take);
        network.nameServers().forEach(this::take);
        taken.forEach(this::take);
    }

    public void take(Inet4Address address) {
        if (isInPool(address)) {
            numbers.take(place(address));
        }
    }

    public void release(Inet4Address address) {
        if (isInPool(address)
                && !network.router().equals(Optional.of(address))
                && !network.nameServers().contains(address)) {
            numbers.release(place(address));
        }
    }

    public boolean isFree(Inet4Address address) {
        return isInPool(address) && numbers.isFree(place(address));
    }

    /** The free addresses, lowest first. */
    public Iterator<Inet4Address> free() {
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

    private boolean isInPool(Inet4Address address) {
        long number = Subnet.number(address);
        return number >= first && number <= last;
    }

    private int place(Inet4Address address) {
        return (int) (Subnet.number(address) - first);
    }
}
