package org.perceus.vnfs.internal.neutral;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Kind;
import org.perceus.vnfs.internal.source.RootView;

/** Removes what tells one machine from others and what a node makes anew. Links are left alone, and so is what is behind them. */
final class DropIdentity implements Rule {
    private static final int MOST_SHOWN = 4;

    /** Files of a folder that go; {@code .*} takes folders in it as well. */
    private record Row(String folder, String names, String what, String done) {}

    private static final String ANEW = "removed: each node makes its own";
    private static final String UNIQUE = "removed: give each node that needs it its own";
    private static final String SEED = "it would give all nodes the same random numbers";
    private static final String LEASE = "it holds a lease or an identity of the machine that was captured";
    private static final String ONE_MACHINE = "it names one machine";

    private static final List<Row> ROWS = List.of(
            new Row("etc/ssh", "ssh_host_.*key(-cert)?(\\.pub)?", "all nodes would have the same host keys", ANEW),
            new Row("etc/dropbear", "dropbear_.*_host_key", "all nodes would have the same host keys", ANEW),
            new Row("var/lib/systemd", "random-seed", SEED, ANEW),
            new Row("var/lib/urandom", "random-seed", SEED, ANEW),
            new Row("var/lib/misc", "random-seed", SEED, ANEW),
            new Row("var/lib", "random-seed", SEED, ANEW),
            new Row("var/lib/seedrng", "seed\\..*", SEED, ANEW),
            new Row("boot/loader", "random-seed", SEED, ANEW),
            new Row("boot/efi/loader", "random-seed", SEED, ANEW),
            new Row("efi/loader", "random-seed", SEED, ANEW),
            new Row(
                    "var/lib/systemd",
                    "credential\\.secret",
                    "all nodes would have the same key for credentials",
                    ANEW),
            new Row("var/lib/dhcp", ".*leases6?", LEASE, ANEW),
            new Row("var/lib/dhclient", ".*leases6?", LEASE, ANEW),
            new Row("var/lib/dhcpcd", ".*\\.lease6?|duid|secret", LEASE, ANEW),
            new Row("var/db/dhcpcd", ".*\\.lease6?|duid|secret", LEASE, ANEW),
            new Row("etc", "dhcpcd\\.duid|dhcpcd\\.secret", LEASE, ANEW),
            new Row("var/lib/NetworkManager", ".*\\.lease|secret_key|seen-bssids|timestamps", LEASE, ANEW),
            new Row(
                    "etc/udev/rules.d",
                    "\\d+-persistent-(net|cd)\\.rules",
                    "it gives names to the cards of one machine",
                    ANEW),
            new Row("etc", "hostid", ONE_MACHINE, ANEW),
            new Row("etc/iscsi", "initiatorname\\.iscsi", ONE_MACHINE, UNIQUE),
            new Row("etc/nvme", "hostnqn|hostid", ONE_MACHINE, UNIQUE),
            new Row("etc/zfs", "zpool\\.cache", "it names the disks of one machine", ANEW),
            new Row("etc/lvm/devices", "system\\.devices", "it names the disks of one machine", ANEW),
            new Row("etc/multipath", "bindings|wwids", "it names the disks of one machine", ANEW),
            new Row(
                    "var/lib/cloud",
                    "instance|instances|data|sem",
                    "cloud-init would take a node for the machine that was captured",
                    ANEW));

    @Override
    public void apply(RootView view, NeutralRoot root) {
        for (Row row : ROWS) {
            Pattern names = Pattern.compile(row.names());
            List<String> dropped = new ArrayList<>();
            String folder = view.tree().resolve(row.folder()).orElse(row.folder());
            for (String name : view.names(row.folder())) {
                String path = folder + "/" + name;
                if (names.matcher(name).matches() && isOwn(view, path, row)) {
                    root.tree().remove(path);
                    dropped.add(ByteNames.text(name));
                }
            }
            if (!dropped.isEmpty()) {
                root.changed("/" + row.folder() + "/" + shown(dropped), row.what(), row.done());
            }
        }
    }

    private static boolean isOwn(RootView view, String path, Row row) {
        Kind kind = view.tree().at(path).orElseThrow().kind();
        // the link to what cloud-init calls its instance goes with it
        return kind == Kind.REGULAR || row.folder().equals("var/lib/cloud");
    }

    private static String shown(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MOST_SHOWN, names.size())));
        return names.size() > MOST_SHOWN ? first + " and " + (names.size() - MOST_SHOWN) + " more" : first;
    }
}
