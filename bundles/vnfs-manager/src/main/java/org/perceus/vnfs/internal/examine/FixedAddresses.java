package org.perceus.vnfs.internal.examine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.perceus.vnfs.Finding;

/** Addresses of the machine that was captured, which a node would take beside its own or instead of it. */
final class FixedAddresses implements Check {
    private static final int MOST = 10;

    private record Place(String folder, Pattern names, Pattern line) {
        static Place of(String folder, String names, String line) {
            return new Place(folder, Pattern.compile(names), Pattern.compile(line));
        }
    }

    private static final List<Place> PLACES = List.of(
            Place.of(
                    "etc/NetworkManager/system-connections",
                    ".*",
                    "(address1?|addresses)\\s*=.*|method\\s*=\\s*manual"),
            Place.of("etc/sysconfig/network-scripts", "ifcfg-(?!lo$).*", "IPADDR\\d*=.*"),
            Place.of("etc/sysconfig/network", "ifcfg-(?!lo$).*", "IPADDR.*=.*"),
            Place.of("etc/network", "interfaces", "iface\\s+(?!lo\\s)\\S+\\s+inet6?\\s+static.*"),
            Place.of("etc/network/interfaces.d", ".*", "iface\\s+(?!lo\\s)\\S+\\s+inet6?\\s+static.*"),
            Place.of("etc/netplan", ".*\\.yaml", "addresses:.*"),
            Place.of("etc/systemd/network", ".*\\.network", "Address\\s*=.*"),
            Place.of("etc/conf.d", "net", "config_.*\\d+\\.\\d+\\.\\d+\\.\\d+.*"));

    @Override
    public List<Finding> look(Subject root) throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (Place place : PLACES) {
            for (String name : root.view().names(place.folder())) {
                String path = place.folder() + "/" + name;
                if (place.names().matcher(name).matches()
                        && findings.size() < MOST
                        && root.view().lines(path).stream()
                                .anyMatch(place.line().asMatchPredicate())) {
                    findings.add(Check.warning(
                            "/" + path,
                            "it holds a fixed address, which all nodes would take",
                            "remove it from the root: nodes get their addresses from Perceus"));
                }
            }
        }
        return findings;
    }
}
