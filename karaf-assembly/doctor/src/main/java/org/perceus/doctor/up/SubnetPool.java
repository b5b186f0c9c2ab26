package org.perceus.doctor.up;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.perceus.doctor.address.AddressRange;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.program.RefusedException;

/** The addresses that nodes of a subnet may get: of its upper half the most that have nobody else's among them. */
final class SubnetPool {
    private static final int MOST = 1000;

    private final Ground ground;

    SubnetPool(Ground ground) {
        this.ground = ground;
    }

    /** The one that is wished for, or one of at most 1000 addresses. */
    AddressRange take(Optional<AddressRange> wished) throws RefusedException {
        if (wished.isEmpty()) {
            return derived();
        }
        AddressRange pool = wished.get();
        if (!hosts().contains(pool.first()) || !hosts().contains(pool.last())) {
            throw new RefusedException("the pool " + pool + " is not in the subnet " + ground.prefix() + " of "
                    + ground.device() + ": it can be from " + hosts().first() + " to " + hosts().last());
        }
        Optional<Ipv4> taken = inside(pool).stream().findFirst();
        if (taken.isPresent()) {
            throw new RefusedException("the pool " + pool + " contains " + taken.get()
                    + ", which is this server's or the router's: leave it out");
        }
        return pool;
    }

    private AddressRange derived() throws RefusedException {
        if (ground.length() > 30) {
            throw new RefusedException("the subnet " + ground.prefix() + " of " + ground.device()
                    + " has no room for nodes: give it a shorter prefix, such as /24");
        }
        Ipv4 middle =
                new Ipv4(ground.subnet().first().number() + ground.subnet().size() / 2);
        AddressRange upper = new AddressRange(middle, hosts().last());
        AddressRange widest = null;
        long from = upper.first().number();
        List<Ipv4> ends = new ArrayList<>(inside(upper));
        ends.add(new Ipv4(upper.last().number() + 1));
        for (Ipv4 end : ends) {
            if (end.number() > from && (widest == null || end.number() - from > widest.size())) {
                widest = new AddressRange(new Ipv4(from), new Ipv4(end.number() - 1));
            }
            from = end.number() + 1;
        }
        if (widest == null) {
            throw new RefusedException("no address of the upper half of " + ground.prefix()
                    + " is free for nodes: say which are with --pool FIRST-LAST");
        }
        return new AddressRange(
                widest.first(),
                new Ipv4(Math.min(widest.last().number(), widest.first().number() + MOST - 1)));
    }

    /** Without the subnet's own two. */
    private AddressRange hosts() {
        AddressRange subnet = ground.subnet();
        return ground.length() > 30
                ? subnet
                : new AddressRange(
                        new Ipv4(subnet.first().number() + 1),
                        new Ipv4(subnet.last().number() - 1));
    }

    private List<Ipv4> inside(AddressRange range) {
        return ground.taken().stream().filter(range::contains).sorted().toList();
    }
}
