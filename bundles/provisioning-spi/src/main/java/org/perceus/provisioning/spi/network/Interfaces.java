package org.perceus.provisioning.spi.network;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All interfaces that a node shall have, the boot card among them. Cards that are not here are left alone. What there is can be
 * made in the order of the list: each name is there once, and behind all names that it is made of.
 *
 * @param all at least the boot card
 */
public record Interfaces(List<Interface> all) {
    /** What a node has when nothing was said. */
    static final Interfaces NONE = new Interfaces(List.of(boot()));

    /** Copies the list. */
    public Interfaces {
        all = List.copyOf(all);
    }

    static Interface boot() {
        return new Interface(
                Interface.BOOT, new InterfaceKind.Boot(), OptionalInt.empty(), new Addressing.None(), List.of());
    }

    /** Whether there is nothing but a boot card as it is. */
    public boolean isPlain() {
        return equals(NONE);
    }

    /** The one of that name. */
    public Optional<Interface> find(String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The bond or bridge that an interface is a member of, and that has the addresses in its place. */
    public Optional<Interface> masterOf(String name) {
        return all.stream()
                .filter(one -> one.kind() instanceof InterfaceKind.Bond || one.kind() instanceof InterfaceKind.Bridge)
                .filter(one -> one.kind().below().contains(name))
                .findFirst();
    }

    /** The VLANs on an interface. */
    public List<Interface> vlansOn(String name) {
        return all.stream()
                .filter(one -> one.kind() instanceof InterfaceKind.Vlan vlan
                        && vlan.parent().equals(name))
                .toList();
    }

    /** Who has the node's address on the provisioning network: the boot card, or the outermost bond or bridge that it is in. */
    public Interface holder() {
        Interface holder = find(Interface.BOOT).orElseThrow();
        for (Optional<Interface> master = masterOf(holder.name());
                master.isPresent();
                master = masterOf(holder.name())) {
            holder = master.get();
        }
        return holder;
    }
}
