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
import java.util.function.Consumer;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.ledger.Difference;
import org.perceus.node.ChangeResult.Changed;
import org.perceus.node.ChangeResult.Rejected;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.node.SettingKey;
import org.perceus.node.internal.change.Advisers;
import org.perceus.node.internal.change.RegistryTransaction;
import org.perceus.node.internal.network.NetworkSet;
import org.perceus.node.internal.site.SettingValue;
import org.perceus.node.internal.site.Site;
import org.perceus.node.internal.site.SitePolicy;
import org.perceus.node.internal.state.Documents;
import org.perceus.node.internal.state.RegistryState;

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
    public void theLedgerTellsNodesLineByLine() {
        SortedMap<SettingKey, String> settings = new TreeMap<>();
        settings.put(new SettingKey("kernel-args"), "a=b c");
        settings.put(new SettingKey("capsule"), "");
        settings.put(new SettingKey("x-text"), "a\u000bb\u000cc name=d");
        Node node = new Node(mac(1), new Name("a"), new Name("g"), Optional.empty(), false, settings);
        assertEquals(
                "name=a\ngroup=g\naddress=\napproved=false\nsetting.capsule=\nsetting.kernel-args=a=b c\n"
                        + "setting.x-text=a\u000bb\u000cc name=d\n",
                Documents.of(node));
        assertEquals(node, Documents.node(mac(1), Documents.of(node)));
        assertEquals(settings, Documents.settings(Documents.of(settings)));
        assertEquals("", Documents.of(Collections.emptySortedMap()));
    }

    @Test
    public void aDraftLeavesItsStateAlone() {
        RegistryState first = decided(RegistryState.empty(), transaction -> {
            transaction.put(node(1, "n0000", "10.10.0.1"));
            transaction.put(new Name("g"), new TreeMap<>(Map.of(new SettingKey("a"), "b")));
            transaction.freeNames();
        });
        RegistryTransaction second = transaction(first);
        second.put(node(2, "n0001", "10.10.0.2"));
        second.put(node(1, "other", "10.10.0.3"));
        second.put(node(1, "other", "10.10.0.4"));
        second.remove(node(2, "n0001", "10.10.0.2"));
        second.put(new Name("g"), Collections.emptySortedMap());
        var outcome = second.outcome(new Changed(List.of()));
        assertEquals(2, outcome.differences().size());
        assertEquals(
                List.of(node(1, "other", "10.10.0.4")), outcome.next().index().nodes());
        assertEquals(
                new Name("n0000"), outcome.next().names().orElseThrow().free().next());
        assertEquals(List.of(node(1, "n0000", "10.10.0.1")), first.index().nodes());
        assertEquals(new Name("n0001"), first.names().orElseThrow().free().next());
        assertEquals(first, second.outcome(new Rejected("no")).next());
    }

    @Test
    public void whatWasDecidedIsWhatIsFolded() {
        RegistryState first = decided(RegistryState.empty(), transaction -> {
            transaction.put(node(1, "n0000", "10.10.0.1"));
            transaction.put(node(2, "n0001", "10.10.0.2"));
        });
        RegistryTransaction transaction = transaction(first);
        transaction.put(node(1, "other", "10.10.0.4"));
        transaction.remove(node(2, "n0001", "10.10.0.2"));
        transaction.put(new Name("g"), new TreeMap<>(Map.of(new SettingKey("a"), "b")));
        var outcome = transaction.outcome(new Changed(List.of()));
        RegistryState folded = first;
        for (Difference difference : outcome.differences()) {
            folded = folded.with(difference);
        }
        assertEquals(outcome.next().index().nodes(), folded.index().nodes());
        assertEquals(outcome.next().index().groups(), folded.index().groups());
        for (Difference difference : outcome.differences()) {
            folded = folded.with(difference.reversed());
        }
        assertEquals(first.index().nodes(), folded.index().nodes());
        assertEquals(first.index().groups(), folded.index().groups());
    }

    @Test
    public void aDraftThatChangesNothingAppendsNothing() {
        RegistryState state = decided(RegistryState.empty(), transaction -> transaction.put(node(1, "a", "10.10.0.1")));
        RegistryTransaction transaction = transaction(state);
        transaction.put(node(1, "a", "10.10.0.1"));
        transaction.put(new Name("g"), Collections.emptySortedMap());
        transaction.put(node(2, "b", "10.10.0.2"));
        transaction.remove(node(2, "b", "10.10.0.2"));
        assertEquals(List.of(), transaction.outcome(new Changed(List.of())).differences());
    }

    private static RegistryState decided(RegistryState state, Consumer<RegistryTransaction> change) {
        RegistryTransaction transaction = transaction(state);
        change.accept(transaction);
        return transaction.outcome(new Changed(List.of())).next();
    }

    private static RegistryTransaction transaction(RegistryState state) {
        SitePolicy policy = SitePolicy.read(Map.of(), text -> {});
        return new RegistryTransaction(state, new Site(NetworkSet.empty(), policy), new Advisers());
    }

    private static Node node(long mac, String name, String address) {
        return new Node(
                mac(mac),
                new Name(name),
                new Name("default"),
                Optional.of(Ipv4Address.parse(address)),
                true,
                Collections.emptySortedMap());
    }
}
