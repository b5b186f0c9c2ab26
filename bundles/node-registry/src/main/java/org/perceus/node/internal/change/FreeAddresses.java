package org.perceus.node.internal.change;

import java.net.Inet4Address;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.perceus.node.Network;

/** The free addresses of all networks' pools, network after network in the order of their names. */
final class FreeAddresses implements Iterator<Inet4Address> {
    private final RegistryTransaction transaction;
    private final Iterator<Network> networks;
    private Iterator<Inet4Address> free = Collections.emptyIterator();

    FreeAddresses(RegistryTransaction transaction) {
        this.transaction = transaction;
        this.networks = transaction.networks().all().iterator();
    }

    @Override
    public boolean hasNext() {
        while (!free.hasNext() && networks.hasNext()) {
            free = transaction.addresses(networks.next()).free();
        }
        return free.hasNext();
    }

    @Override
    public Inet4Address next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return free.next();
    }
}
