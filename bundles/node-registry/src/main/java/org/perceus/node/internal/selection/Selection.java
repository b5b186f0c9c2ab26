package org.perceus.node.internal.selection;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.NaturalOrder;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SelectedNodes;

/** Finds the nodes that an administrator's expression names. For one expression at a time. */
public final class Selection {
    private static final int LONGEST = 1 << 17;
    private static final int GLOBS = 1_000;
    private static final Pattern DOTTED_MAC = Pattern.compile("[0-9a-f]{1,4}(\\.[0-9a-f]{1,4}){2}");
    private static final Pattern TWO_NAMES = Pattern.compile("([a-z0-9-]*?[a-z-])(\\d+)-\\1(\\d+)");

    private final RegistrySnapshot snapshot;
    private final Budget names = new Budget(100_000, "more than 100000 names");
    private final Set<String> missing = new TreeSet<>(NaturalOrder.COMPARATOR);
    private Optional<Map<Name, Set<MacAddress>>> members = Optional.empty();
    private final Budget globs = new Budget(GLOBS, "more than " + GLOBS + " globs");

    /** @param snapshot the nodes to choose from */
    public Selection(RegistrySnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Does what {@link RegistrySnapshot#select} says. */
    public SelectedNodes select(String expression) {
        if (expression.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "The expression has " + expression.length() + " characters: use at most " + LONGEST);
        }
        List<String> parts = ExpressionParts.split(expression.toLowerCase(Locale.ROOT));
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "No nodes are named: write names as in n0001, n[0001-0099], n00* or @rack1");
        }
        Set<MacAddress> chosen = new HashSet<>();
        new LinkedHashSet<>(parts).forEach(part -> chosen.addAll(nodes(part)));
        List<Node> nodes = chosen.stream()
                .flatMap(mac -> snapshot.node(mac).stream())
                .sorted(Comparator.comparing(Node::name))
                .toList();
        return new SelectedNodes(nodes, List.copyOf(missing));
    }

    private Set<MacAddress> nodes(String part) {
        if (part.startsWith("@")) {
            return ofGroups(part);
        }
        if (part.indexOf('{') >= 0 || part.indexOf("..") >= 0) {
            throw new IllegalArgumentException(
                    "'" + ExpressionParts.shown(part) + "' is no range: write it in brackets, as in n[1-5]");
        }
        Optional<Node> byMac = byMac(part);
        if (byMac.isPresent()) {
            return Set.of(byMac.get().mac());
        }
        Set<Name> found = matches(part, "", () -> snapshot.nodes().stream().map(Node::name), name -> snapshot.node(name)
                .isPresent());
        if (found.isEmpty()) {
            Matcher two = TWO_NAMES.matcher(part);
            String remedy = two.matches()
                    ? ": write a range as in " + two.group(1) + "[" + two.group(2) + "-" + two.group(3) + "]"
                    : "";
            throw new IllegalArgumentException("No node is named " + ExpressionParts.shown(part) + remedy);
        }
        return found.stream()
                .flatMap(name -> snapshot.node(name).stream())
                .map(Node::mac)
                .collect(Collectors.toSet());
    }

    private Set<MacAddress> ofGroups(String part) {
        Map<Name, Set<MacAddress>> members = members();
        Set<Name> populated = matches(part.substring(1), "@", () -> members.keySet().stream(), members::containsKey);
        if (populated.isEmpty()) {
            String group = ExpressionParts.shown(part);
            Set<Name> known = snapshot.groups().keySet();
            throw new IllegalArgumentException(
                    matches(part.substring(1), "@", known::stream, known::contains)
                                    .isEmpty()
                            ? "There is no group " + group
                            : "Group " + group + " has no nodes");
        }
        return populated.stream().flatMap(group -> members.get(group).stream()).collect(Collectors.toSet());
    }

    /** Looks at all nodes, which an expression without groups need not. */
    private Map<Name, Set<MacAddress>> members() {
        if (members.isEmpty()) {
            Map<Name, Set<MacAddress>> all = new HashMap<>();
            snapshot.nodes().forEach(node -> all.computeIfAbsent(node.group(), group -> new HashSet<>())
                    .add(node.mac()));
            members = Optional.of(all);
        }
        return members.get();
    }

    /** A bare MAC can be a name as well: then the name counts. */
    private Optional<Node> byMac(String part) {
        boolean surely = part.indexOf(':') >= 0 || DOTTED_MAC.matcher(part).matches();
        try {
            MacAddress mac = MacAddress.parse(part);
            Optional<Node> node = snapshot.nodeOf(mac);
            if (surely && node.isEmpty()) {
                throw new IllegalArgumentException("No node has the MAC address " + mac);
            }
            boolean isName = !surely && snapshot.node(Name.parse(part)).isPresent();
            return isName ? Optional.empty() : node;
        } catch (IllegalArgumentException e) {
            if (surely) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** @param mark what stands before the texts that match nothing, when they are noted as missing */
    private Set<Name> matches(String part, String mark, Supplier<Stream<Name>> all, Predicate<Name> exists) {
        Set<Name> found = new HashSet<>();
        for (String text : Brackets.expand(part, names)) {
            List<Name> matching = matches(text, all, exists);
            if (matching.isEmpty()) {
                missing.add(mark + text);
            }
            found.addAll(matching);
        }
        return found;
    }

    private List<Name> matches(String text, Supplier<Stream<Name>> all, Predicate<Name> exists) {
        if (Glob.isGlob(text)) {
            globs.spend(1);
            return all.get().filter(name -> Glob.matches(text, name.value())).toList();
        }
        return Stream.of(new Name(text)).filter(exists).toList();
    }
}
