package org.perceus.node.internal.selection;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.perceus.address.Ipv4Address;
import org.perceus.fuzz.Input;
import org.perceus.fuzz.Promise;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SelectedNodes;
import org.perceus.node.SettingKey;

/** An expression that names nodes or groups: ranges, globs, groups and addresses. */
public final class SelectionFuzz {
    private static final int MOST_GROUPS = 10_000;
    private static final int MOST_NAMES = 100_000;

    /** Ranges of that many numbers are bounded, and take so long that nothing else would be tried. */
    private static final Pattern LARGE = Pattern.compile("[1-9][0-9]{3}");

    private static final TwelveNodes SITE = new TwelveNodes(IntStream.range(0, 12)
            .mapToObj(number -> new Node(
                    new MacAddress(0x525400000000L + number),
                    new Name("n" + number),
                    new Name("rack" + number % 3),
                    Optional.empty(),
                    true,
                    Collections.emptySortedMap()))
            .toList());

    private SelectionFuzz() {}

    /** One expression, and a text for globs. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        String[] texts = new Input(bytes).texts(2);
        if (LARGE.matcher(texts[0]).find()) {
            return;
        }
        Promise.orRefused(() -> {
            SelectedNodes selected = SITE.select(texts[0]);
            Promise.kept(SITE.nodes().containsAll(selected.nodes()), "only nodes that there are are selected");
            Promise.kept(selected.missing().size() <= MOST_NAMES, "an expression stands for a bounded number");
        });
        Promise.orRefused(() -> {
            List<Name> groups = SITE.selectGroups(texts[0]);
            Promise.kept(!groups.isEmpty() && groups.size() <= MOST_GROUPS, "groups are bounded");
        });
        Promise.kept(Glob.matches("*" + texts[1].replace('*', '?') + "*", "x" + texts[1] + "y"), "a star takes all");
        Promise.kept(Glob.matches(texts[1], texts[1]) || Glob.isGlob(texts[1]), "a text matches itself");
    }

    private record TwelveNodes(List<Node> nodes) implements RegistrySnapshot {
        @Override
        public Optional<Node> nodeOf(MacAddress card) {
            return node(card);
        }

        @Override
        public Optional<Node> node(MacAddress mac) {
            return nodes.stream().filter(node -> node.mac().equals(mac)).findFirst();
        }

        @Override
        public Optional<Node> node(Name name) {
            return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
        }

        @Override
        public Optional<Node> node(Ipv4Address address) {
            return Optional.empty();
        }

        @Override
        public SortedMap<Name, SortedMap<SettingKey, String>> groups() {
            SortedMap<Name, SortedMap<SettingKey, String>> groups = new TreeMap<>();
            nodes.forEach(node -> groups.put(node.group(), Collections.emptySortedMap()));
            groups.put(new Name("empty"), Collections.emptySortedMap());
            return groups;
        }

        @Override
        public List<Network> networks() {
            return List.of();
        }

        @Override
        public Optional<Network> network(Ipv4Address address) {
            return Optional.empty();
        }

        @Override
        public SortedMap<SettingKey, String> defaults() {
            return Collections.emptySortedMap();
        }

        @Override
        public Optional<String> setting(Node node, SettingKey key) {
            return Optional.empty();
        }

        @Override
        public SortedMap<SettingKey, String> settings(Node node) {
            return Collections.emptySortedMap();
        }

        @Override
        public SelectedNodes select(String expression) {
            return new Selection(this).select(expression);
        }

        @Override
        public List<Name> selectGroups(String expression) {
            return new GroupSelection(groups().keySet()).select(expression);
        }
    }
}
