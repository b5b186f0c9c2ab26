package org.perceus.provisioning.internal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.address.AddressRange;
import org.perceus.address.Ipv4Address;
import org.perceus.address.Subnet;
import org.perceus.module.Image;
import org.perceus.module.ImageArtifact;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.Network;
import org.perceus.node.NetworkCard;
import org.perceus.node.Node;
import org.perceus.node.SettingKey;
import org.perceus.vnfs.Artifact;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.CapsuleKernel;
import org.perceus.vnfs.InitramfsFormat;
import org.perceus.vnfs.RootTraits;

/** A node, its network and its capsule, to begin a test with. */
public final class Samples {
    public static final MacAddress MAC = MacAddress.parse("52:54:00:12:34:56");
    public static final URI SERVER = URI.create("http://10.10.0.1:9870");
    public static final Ipv4Address LINK = Ipv4Address.parse("10.10.0.1");
    public static final Ipv4Address ADDRESS = Ipv4Address.parse("10.10.0.100");
    public static final Network NETWORK = new Network(
            "cluster",
            Subnet.parse("10.10.0.0/24"),
            Optional.of(new AddressRange(Ipv4Address.parse("10.10.0.100"), Ipv4Address.parse("10.10.0.199"))),
            Optional.of(LINK),
            List.of(LINK),
            Optional.of("cluster.example"),
            Duration.ofHours(1),
            Optional.empty(),
            false);

    private Samples() {}

    /** The approved node with settings of its own: keys and values in turn. */
    public static Node node(String... settings) {
        return node(Optional.of(ADDRESS), true, settings);
    }

    /** The node with further cards. */
    public static Node withCards(String cards, String... settings) {
        Node node = node(settings);
        return new Node(
                node.mac(),
                node.name(),
                node.group(),
                node.address(),
                node.approved(),
                node.settings(),
                NetworkCard.parse(cards));
    }

    /** The node with another address or without approval. */
    public static Node node(Optional<Ipv4Address> address, boolean approved, String... settings) {
        SortedMap<SettingKey, String> own = new TreeMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            own.put(new SettingKey(settings[i]), settings[i + 1]);
        }
        return new Node(MAC, new Name("n0001"), new Name("rack1"), address, approved, own);
    }

    /** A capsule whose root has a hash of one digit again and again. */
    public static Capsule capsule(String id, char root) {
        return new Capsule(
                CapsuleId.parse(id),
                List.of(new CapsuleKernel("/boot/vmlinuz", "6.1.0-40-amd64", InitramfsFormat.ZSTD)),
                1L << 30,
                30_000,
                artifact(root, 400),
                Instant.EPOCH,
                RootTraits.UNKNOWN);
    }

    /** An artifact whose hash is one digit again and again. */
    public static Artifact artifact(char digit, long size) {
        return new Artifact(String.valueOf(digit).repeat(64), size);
    }

    /** Two artifacts as stateless-ram needs them. */
    public static Map<String, Artifact> artifacts() {
        return Map.of("kernel", artifact('a', 8), "root", artifact('b', 90));
    }

    /** The image of these. */
    public static Image image() {
        return new Image(
                Map.of("kernel", new ImageArtifact("a".repeat(64), 8), "root", new ImageArtifact("b".repeat(64), 90)),
                Optional.empty());
    }
}
