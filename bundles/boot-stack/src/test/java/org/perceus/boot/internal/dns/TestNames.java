package org.perceus.boot.internal.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.NamedNetwork;
import org.perceus.boot.SiteNames;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;

/** Names in memory, each in the first domain. */
public final class TestNames implements SiteNames {
    private final List<NamedNetwork> networks = new ArrayList<>();
    private final Map<String, Ipv4Address> hosts = new TreeMap<>();

    /** A network 10.10.0.0/24 with the domain cluster.example, and in it n0001 at 10.10.0.101. */
    public static TestNames sample() {
        return new TestNames().network("10.10.0.0", 24, "cluster.example").host("n0001", "10.10.0.101");
    }

    public TestNames network(String base, int length, String domain) {
        networks.add(new NamedNetwork(address(base), length, Optional.of(domain).filter(text -> !text.isEmpty())));
        return this;
    }

    public TestNames host(String label, String address) {
        hosts.put(label, address(address));
        return this;
    }

    public static Ipv4Address address(String text) {
        return Ipv4Address.parse(text);
    }

    public static Record question(String name, int type) {
        try {
            return Record.newRecord(Name.fromString(name, Name.root), type, DClass.IN);
        } catch (TextParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public List<NamedNetwork> networks() {
        return networks;
    }

    @Override
    public List<Ipv4Address> addresses(String label, Optional<String> domain) {
        return Optional.ofNullable(hosts.get(label))
                .filter(host -> domain.isEmpty() || domain.equals(domain()))
                .stream()
                .toList();
    }

    @Override
    public Optional<String> name(Ipv4Address address) {
        return hosts.entrySet().stream()
                .filter(host -> host.getValue().equals(address))
                .map(host -> host.getKey() + domain().map(text -> "." + text).orElse(""))
                .findFirst();
    }

    private Optional<String> domain() {
        return networks.isEmpty() ? Optional.empty() : networks.get(0).domain();
    }
}
