package org.perceus.node.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.perceus.node.internal.registry.TestSite.mac;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.Test;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.node.SettingKey;
import org.perceus.node.Subnet;
import org.perceus.node.internal.change.Advisers;
import org.perceus.node.internal.change.Draft;
import org.perceus.node.internal.site.SettingValue;
import org.perceus.node.internal.site.SitePolicy;
import org.perceus.node.internal.state.NodeChange;
import org.perceus.node.internal.state.NodeIndex;
import org.perceus.node.internal.state.Published;
import org.perceus.node.internal.state.RegistryState;
import org.perceus.node.internal.table.NodeText;

public class RulesTest {
    @Test
    public void valuesAreOneLineOfText() {
        for (String value :
                new String[] {"", "a b", "\u00e4\u20ac\ud83d\ude00", "$(reboot); 'x' \"y\" \\", "a".repeat(8192)}) {
            assertEquals(value, Optional.empty(), SettingValue.objection("k", value));
        }
        for (String value :
                new String[] {"a\nb", "a\rb", "a\tb", "\u0000", "\u001b[0m", "\u0085", "\u2028", "\u2029", "\udc00"}) {
            assertTrue(value, SettingValue.objection("k", value).isPresent());
        }
    }

    @Test
    public void historyTellsNodesLineByLine() {
        SortedMap<SettingKey, String> settings = new TreeMap<>();
        settings.put(new SettingKey("kernel-args"), "a=b c");
        settings.put(new SettingKey("capsule"), "");
        Node node = new Node(mac(1), new Name("a"), new Name("g"), Optional.empty(), false, settings);
        assertEquals(
                "name=a\ngroup=g\naddress=\napproved=false\nsetting.capsule=\nsetting.kernel-args=a=b c\n",
                NodeText.of(node));
        assertEquals("", NodeText.of(Collections.emptySortedMap()));
    }

    @Test
    public void changesKnowTheirMacAndTheirOpposite() {
        Node node =
                new Node(mac(1), new Name("a"), new Name("g"), Optional.empty(), true, Collections.emptySortedMap());
        NodeChange addition = new NodeChange(Optional.empty(), Optional.of(node));
        assertEquals(mac(1), addition.mac());
        assertEquals(mac(1), addition.reversed().mac());
        assertEquals(new NodeChange(Optional.of(node), Optional.empty()), addition.reversed());
        assertEquals(addition, addition.reversed().reversed());
    }

    @Test
    public void aDraftThatIsUndoneLeavesNoTrace() {
        RegistryState state = new RegistryState();
        Published site = new Published(SitePolicy.read(Map.of(), text -> {}));
        Draft first = new Draft(state, site, new Advisers());
        first.put(node(1, "n0000", "10.10.0.1"));
        first.put(new Name("g"), new TreeMap<>(Map.of(new SettingKey("a"), "b")));
        NodeIndex before = state.freeze();
        Name free = first.freeNames().next();

        Draft second = new Draft(state, site, new Advisers());
        second.put(node(2, "n0001", "10.10.0.2"));
        second.put(node(1, "other", "10.10.0.3"));
        second.put(node(1, "other", "10.10.0.4"));
        second.remove(node(2, "n0001", "10.10.0.2"));
        second.put(new Name("g"), Collections.emptySortedMap());
        assertEquals(4, second.nodeChanges().size());
        second.undo();
        second.undo();

        assertEquals(before.nodes(), state.freeze().nodes());
        assertEquals(before.groups(), state.freeze().groups());
        assertEquals(free, second.freeNames().next());
        assertEquals(Optional.empty(), state.node(Subnet.parseAddress("10.10.0.4")));
        assertEquals(
                Optional.of(mac(1)),
                state.node(Subnet.parseAddress("10.10.0.1")).map(Node::mac));
        first.undo();
        assertEquals(List.of(), state.freeze().nodes());
    }

    @Test
    public void aDraftThatChangesNothingIsEmpty() {
        RegistryState state = new RegistryState();
        Published site = new Published(SitePolicy.read(Map.of(), text -> {}));
        new Draft(state, site, new Advisers()).put(node(1, "a", "10.10.0.1"));
        Draft draft = new Draft(state, site, new Advisers());
        draft.put(node(1, "a", "10.10.0.1"));
        draft.put(new Name("g"), Collections.emptySortedMap());
        assertEquals(true, draft.isEmpty());
    }

    private static Node node(long mac, String name, String address) {
        return new Node(
                mac(mac),
                new Name(name),
                new Name("default"),
                Optional.of(Subnet.parseAddress(address)),
                true,
                Collections.emptySortedMap());
    }
}
