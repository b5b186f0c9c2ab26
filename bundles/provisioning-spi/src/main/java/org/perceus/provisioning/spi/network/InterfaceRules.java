package org.perceus.provisioning.spi.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.network.InterfaceAddress.Follows;

/** What Linux or its network managers would not do, or not so. */
final class InterfaceRules {
    private static final int USUAL_MTU = 1500;
    private static final int MOST_ADDRESSES = 16;
    private static final int MOST_ROUTES = 256;

    private InterfaceRules() {}

    /** What can be said of one interface among the others, which are all there. */
    static void check(Interface one, Interfaces all) throws ProvisioningException {
        Optional<Interface> master = all.masterOf(one.name());
        if (master.isPresent()) {
            checkMember(one, master.get(), all);
        }
        if (one.kind() instanceof InterfaceKind.Bond bond) {
            checkBond(one.name(), bond, all);
        }
        if (one.kind() instanceof InterfaceKind.Vlan vlan) {
            checkVlan(one, all.find(vlan.parent()).orElseThrow());
        }
        boolean isHolder = one.equals(all.holder());
        if (isHolder && one.addressing() instanceof Addressing.Dhcp) {
            throw wrong(one, "has the address of the boot card, which the registry gives: take dhcp away");
        }
        if (one.addresses().size() > MOST_ADDRESSES) {
            throw wrong(one, "has more than " + MOST_ADDRESSES + " addresses");
        }
        for (Route route : one.routes()) {
            checkRoute(one, route, isHolder);
        }
    }

    private static void checkMember(Interface member, Interface master, Interfaces all) throws ProvisioningException {
        String place = "is a part of " + master.name();
        if (!(member.addressing() instanceof Addressing.None)
                || !member.routes().isEmpty()) {
            throw wrong(member, place + ": give addresses and routes to " + master.name());
        }
        if (member.mtu().isPresent() && master.kind() instanceof InterfaceKind.Bond) {
            throw wrong(member, place + ": give mtu to " + master.name());
        }
        if (!all.vlansOn(member.name()).isEmpty()) {
            throw wrong(member, place + ": put VLANs on " + master.name());
        }
        if (master.kind() instanceof InterfaceKind.Bridge && member.kind() instanceof InterfaceKind.Bridge) {
            throw wrong(member, place + ", and both are bridges");
        }
    }

    private static void checkBond(String name, InterfaceKind.Bond bond, Interfaces all) throws ProvisioningException {
        if (bond.below().isEmpty()) {
            throw new ProvisioningException(name + " is a bond of nothing: use bond=boot,eth1");
        }
        for (String member : bond.below()) {
            InterfaceKind kind = all.find(member).orElseThrow().kind();
            if (!(kind instanceof InterfaceKind.Boot) && !(kind instanceof InterfaceKind.Card)) {
                throw new ProvisioningException(name + " is a bond, and " + member + " is no card");
            }
        }
    }

    private static void checkVlan(Interface vlan, Interface parent) throws ProvisioningException {
        int room = parent.mtu().orElse(USUAL_MTU);
        if (vlan.mtu().orElse(0) > room) {
            throw wrong(
                    vlan,
                    "has a larger mtu than " + parent.name() + ", which has " + room + ": give " + parent.name()
                            + " one as large");
        }
    }

    private static void checkRoute(Interface one, Route route, boolean isHolder) throws ProvisioningException {
        boolean asks = one.addressing() instanceof Addressing.Dhcp;
        if (one.addresses().isEmpty() && !asks && !isHolder) {
            throw wrong(one, "has routes and no address: use address= or dhcp");
        }
        if (route.isDefault() && route.gateway().isEmpty() && !asks) {
            throw wrong(one, "has route=default without via=GATEWAY, which is for dhcp alone");
        }
        // what the lease or the boot card's network is, nobody knows yet
        if (!asks && !isHolder && route.gateway().isPresent()) {
            String gateway = route.gateway().get();
            if (one.addresses().stream().noneMatch(address -> address.reaches(gateway))) {
                throw wrong(one, "has a route via=" + gateway + ", which is in none of its networks");
            }
        }
    }

    /** What may be there once only. */
    static void checkTogether(Interfaces all) throws ProvisioningException {
        Map<String, String> owners = new HashMap<>();
        int routes = 0;
        for (Interface one : all.all()) {
            for (String thing : uniqueThings(one)) {
                String other = owners.put(thing, one.name());
                if (other != null) {
                    throw new ProvisioningException(
                            other.equals(one.name())
                                    ? one.name() + " has the " + thing + " twice: leave one"
                                    : other + " and " + one.name() + " both have the " + thing);
                }
            }
            routes += one.routes().size();
        }
        if (routes > MOST_ROUTES) {
            throw new ProvisioningException("use at most " + MOST_ROUTES + " routes");
        }
    }

    private static List<String> uniqueThings(Interface one) {
        List<String> things = new ArrayList<>();
        if (one.kind() instanceof InterfaceKind.Card card) {
            card.mac().ifPresent(mac -> things.add("MAC " + mac));
        } else if (one.kind() instanceof InterfaceKind.Vlan vlan) {
            things.add("VLAN " + vlan.id() + " on " + vlan.parent());
        } else {
            one.kind().below().forEach(member -> things.add("part " + member));
        }
        one.addresses()
                .forEach(address -> things.add(
                        "address " + (address.follows() == Follows.NOTHING ? address.base() : address.toString())));
        one.routes().forEach(route -> things.add("route " + (route.isDefault() ? "default" : route.destination())));
        return things;
    }

    private static ProvisioningException wrong(Interface one, String what) {
        return new ProvisioningException(one.name() + " " + what);
    }
}
