package org.perceus.vnfs.internal.neutral;

import java.util.Optional;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.source.RootView;

/** Empties the machine ID, for which each node makes one of its own then (machine-id(5)). */
final class EmptyMachineId implements Rule {
    private static final String FILE = "etc/machine-id";
    private static final String OF_DBUS = "var/lib/dbus/machine-id";

    @Override
    public void apply(RootView view, NeutralRoot root) {
        Optional<String> real = view.tree().resolve(FILE);
        if (view.file(FILE).map(Inode::size).filter(size -> size > 0).isPresent()) {
            root.replace(real.orElseThrow(), "");
            root.changed(
                    "/" + FILE,
                    "it holds the ID of one machine, or keeps its place",
                    "emptied: each node makes its own");
        }
        Optional<String> dbus =
                view.link(OF_DBUS).isPresent() ? Optional.empty() : view.tree().resolve(OF_DBUS);
        if (dbus.isPresent() && !dbus.equals(real) && view.file(OF_DBUS).isPresent()) {
            root.tree().remove(dbus.get());
            root.changed("/" + OF_DBUS, "it holds the ID of one machine", "removed: D-Bus takes that of the node");
        }
    }
}
