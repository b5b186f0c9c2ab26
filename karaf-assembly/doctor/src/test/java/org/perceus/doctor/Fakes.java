package org.perceus.doctor;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.perceus.doctor.address.AddressRange;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.site.DhcpMode;
import org.perceus.doctor.site.Instance;
import org.perceus.doctor.site.NodeNetwork;
import org.perceus.doctor.site.Segment;
import org.perceus.doctor.site.ServedInterface;
import org.perceus.doctor.site.Site;
import org.perceus.doctor.system.Commands;
import org.perceus.doctor.system.Link;

/** A made-up server with the device eth1, 10.10.0.1 and a pool. */
public final class Fakes {
    public static final Ipv4 SERVER = Ipv4.parse("10.10.0.1");
    public static final NodeNetwork LAB = network("lab", "10.10.0.0/24", "10.10.0.100-10.10.0.199");
    public static final NodeNetwork POOLLESS = network("lab", "10.10.0.0/24", "");
    public static final Instance INSTANCE = new Instance(
            Path.of("/opt/perceus"),
            Path.of("/opt/perceus"),
            Path.of("/opt/perceus/etc"),
            Path.of("/opt/perceus/data"));

    private Fakes() {}

    /** @param pool empty for none */
    public static NodeNetwork network(String name, String prefix, String pool) {
        String[] parts = prefix.split("/");
        return new NodeNetwork(
                "etc/org.perceus.node.network-" + name + ".cfg",
                name,
                AddressRange.network(Ipv4.parse(parts[0]), Integer.parseInt(parts[1])),
                prefix,
                Optional.of(pool).filter(text -> !text.isEmpty()).map(AddressRange::parse),
                Optional.empty());
    }

    public static Link link(String kind, int mtu) {
        return new Link(
                "eth1",
                kind,
                true,
                true,
                Optional.empty(),
                mtu,
                List.of(new Link.Address(SERVER, 24)),
                OptionalInt.empty());
    }

    public static Segment segment(Link link) {
        return segment(link, DhcpMode.FULL, LAB);
    }

    public static Segment segment(Link link, DhcpMode dhcp, NodeNetwork network) {
        return new Segment(
                new ServedInterface("eth1.cfg", "eth1", List.of(), dhcp, true, true, true, 9870),
                true,
                Optional.empty(),
                Optional.of(link),
                Optional.of(SERVER),
                Optional.of(network));
    }

    public static Site site(NodeNetwork... networks) {
        return new Site(
                INSTANCE,
                List.of(),
                List.of(networks),
                new Properties(),
                new Properties(),
                new Properties(),
                new Properties(),
                List.of());
    }

    /** Programs that print what they are told to, found by their last words; others are not there. */
    public static final class Programs implements Commands {
        private final Map<String, Result> answers = new HashMap<>();

        public Programs print(String words, String out) {
            answers.put(words, new Result(0, out, ""));
            return this;
        }

        public Programs fail(String words) {
            answers.put(words, new Result(2, "", "no"));
            return this;
        }

        @Override
        public Optional<Result> run(List<String> words) {
            String all = String.join(" ", words);
            return answers.keySet().stream().filter(all::endsWith).findFirst().map(answers::get);
        }
    }
}
