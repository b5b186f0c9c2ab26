package org.perceus.module.network;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.network.Addressing;
import org.perceus.provisioning.spi.network.Interface;
import org.perceus.provisioning.spi.network.InterfaceKind;
import org.perceus.provisioning.spi.network.Interfaces;

/**
 * The VLAN by whose tag the provisioning network reaches a node: what Perceus OS has made on the boot card is called the same in
 * the node's own system, so that a root over it stays where it is.
 */
final class BootVlan {
    private BootVlan() {}

    /** What it is called. */
    static String name(int id) {
        return Interface.BOOT + "." + id;
    }

    /** The interfaces with that VLAN, on the boot card or the outermost bond or bridge that it is in. */
    static Interfaces on(Interfaces interfaces, int id) throws ProvisioningException {
        Optional<Interface> said = said(interfaces, id);
        if (said.filter(one -> !one.name().equals(name(id))).isPresent()) {
            throw new ProvisioningException("the setting interfaces has "
                    + said.get().name() + " for the VLAN " + id + " that the node is booted by: call it " + name(id));
        }
        if (said.isEmpty() && interfaces.find(name(id)).isPresent()) {
            throw new ProvisioningException(
                    "the setting interfaces has " + name(id)
                            + " for something else than the VLAN that the node is booted by, which is called so: use another name");
        }
        return said.isPresent() ? interfaces : with(interfaces, id);
    }

    private static Optional<Interface> said(Interfaces interfaces, int id) {
        return interfaces.vlansOn(interfaces.holder().name()).stream()
                .filter(one -> one.kind() instanceof InterfaceKind.Vlan vlan && vlan.id() == id)
                .findFirst();
    }

    private static Interfaces with(Interfaces interfaces, int id) {
        Interface vlan = new Interface(
                name(id),
                new InterfaceKind.Vlan(id, interfaces.holder().name()),
                OptionalInt.empty(),
                new Addressing.None(),
                List.of());
        return new Interfaces(
                Stream.concat(interfaces.all().stream(), Stream.of(vlan)).toList());
    }
}
