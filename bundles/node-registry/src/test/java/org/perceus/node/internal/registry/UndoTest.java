package org.perceus.node.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.perceus.node.internal.registry.TestSite.ROOT;
import static org.perceus.node.internal.registry.TestSite.changed;
import static org.perceus.node.internal.registry.TestSite.get;
import static org.perceus.node.internal.registry.TestSite.mac;
import static org.perceus.node.internal.registry.TestSite.rejected;
import static org.perceus.node.internal.registry.TestSite.spec;
import static org.perceus.node.internal.registry.TestSite.to;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.ledger.Author;
import org.perceus.ledger.internal.retention.Sweeps;
import org.perceus.node.HistoryEntry;
import org.perceus.node.HistoryEntry.AlteredValue;
import org.perceus.node.HistoryEntry.Fate;
import org.perceus.node.Name;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;

public class UndoTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestSite site;

    @Before
    public void open() {
        site = TestSite.withLan(folder.getRoot().toPath().resolve("r.db"));
    }

    @After
    public void close() {
        site.close();
    }

    @Test
    public void theHistoryTellsWhoChangedWhatAndWhy() {
        changed(site.registry.add(List.of(spec(1, "a", "10.10.0.7"), spec(2, "b", "10.10.0.8")), ROOT));
        Author author = new Author("jane", "perceus node set capsule=x a", "as agreed");
        changed(site.registry.set(List.of(mac(1)), to("capsule", "x"), author));
        changed(site.registry.setGroups(List.of(new Name("rack1")), to("method", "hybrid"), ROOT));
        List<HistoryEntry> all = get(site.history.list(List.of(), Long.MAX_VALUE, 10));
        assertEquals(List.of(3L, 2L, 1L), all.stream().map(HistoryEntry::id).toList());
        HistoryEntry set =
                get(site.history.list(List.of(mac(1)), Long.MAX_VALUE, 1)).get(0);
        assertEquals(author, set.author());
        assertEquals(site.now, set.at());
        var altered = set.altered().get(0);
        assertEquals(new Name("a"), altered.name());
        assertEquals(Fate.CHANGED, altered.fate());
        assertEquals(List.of(new AlteredValue("capsule", Optional.empty(), Optional.of("x"))), altered.values());
        HistoryEntry added = get(site.history.find(1)).orElseThrow();
        assertEquals(2, added.things());
        assertEquals(Fate.ADDED, added.altered().get(1).fate());
    }

    @Test
    public void whatWasUndoneIsAsItWas() {
        changed(site.registry.add(List.of(spec(1, "a", null), spec(2, "b", null)), ROOT));
        RegistrySnapshot before = site.registry.snapshot();
        changed(site.registry.delete(List.of(mac(1), mac(2)), ROOT));
        assertEquals(2, changed(site.registry.undo(2, ROOT)).size());
        assertEquals(before.nodes(), site.registry.snapshot().nodes());
        changed(site.registry.undo(3, ROOT));
        assertEquals(List.of(), site.registry.snapshot().nodes());
        changed(site.registry.undo(4, ROOT));
        assertEquals(before.nodes(), site.registry.snapshot().nodes());
    }

    @Test
    public void twoNodesThatChangedPlacesChangeBack() {
        changed(site.registry.add(List.of(spec(1, "a", "10.10.0.7"), spec(2, "b", "10.10.0.8")), ROOT));
        RegistrySnapshot before = site.registry.snapshot();
        changed(site.registry.replace(mac(1), mac(9), ROOT));
        changed(site.registry.undo(2, ROOT));
        assertEquals(before.nodes(), site.registry.snapshot().nodes());
    }

    @Test
    public void whatALaterChangeStandsOnIsNotUndone() {
        changed(site.registry.add(List.of(spec(1, "a", null)), ROOT));
        changed(site.registry.set(List.of(mac(1)), to("capsule", "x"), ROOT));
        assertEquals(
                "Change 1 cannot be undone: node a was changed again since ('perceus history 52:54:00:00:00:01'):"
                        + " undo the later change first",
                rejected(site.registry.undo(1, ROOT)));
        assertEquals(
                rejected(site.registry.undo(1, ROOT)),
                rejected(site.registry.dryRun().undo(1, ROOT)));
        changed(site.registry.delete(List.of(mac(1)), ROOT));
        changed(site.registry.add(List.of(spec(2, "a", null)), ROOT));
        String reason = rejected(site.registry.undo(3, ROOT));
        assertTrue(reason, reason.endsWith("belongs to a, 52:54:00:00:00:02, now"));
        assertEquals(1, site.registry.snapshot().nodes().size());
    }

    @Test
    public void aGroupIsUndoneToo() {
        Name rack = new Name("rack1");
        changed(site.registry.setGroups(List.of(rack), to("method", "hybrid"), ROOT));
        changed(site.registry.setGroups(List.of(rack), to("method", null), ROOT));
        changed(site.registry.undo(2, ROOT));
        assertEquals(1, site.registry.snapshot().groups().get(rack).size());
        changed(site.registry.undo(3, ROOT));
        changed(site.registry.undo(1 + 3, ROOT));
        assertEquals(1, site.registry.snapshot().groups().get(rack).size());
    }

    @Test
    public void aChangeThatDoesNotExistSaysSo() {
        assertEquals(
                "There is no change 7: 'perceus history' lists those that there are",
                rejected(site.registry.undo(7, ROOT)));
    }

    @Test
    public void whatIsKeptNoMoreCannotBeUndoneAndSaysSo() {
        changed(site.registry.add(List.of(spec(1, "a", null)), ROOT));
        changed(site.registry.set(List.of(mac(1)), to("capsule", "x"), ROOT));
        changed(site.registry.set(List.of(mac(1)), to("capsule", "y"), ROOT));
        RegistrySnapshot before = site.registry.snapshot();
        assertEquals(2, (int) get(Sweeps.begin(site.store, site.now, 730, 1)));
        assertEquals(before.nodes(), site.registry.snapshot().nodes());
        String reason = "Change 2 cannot be undone any more: changes up to 2026-11-01T12:00:00Z were dropped by"
                + " historyChanges (etc/org.perceus.ledger.cfg)";
        assertEquals(reason, rejected(site.registry.undo(2, ROOT)));
        assertEquals(reason, rejected(site.registry.dryRun().undo(2, ROOT)));
        changed(site.registry.undo(3, ROOT));
        assertEquals("x", site.registry.snapshot().nodes().get(0).settings().get(new SettingKey("capsule")));
    }

    @Test
    public void allIsUndoneInReverseWhateverItWas() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            long one = 1 + random.nextInt(8);
            switch (random.nextInt(5)) {
                case 0 -> get(site.registry.add(List.of(spec(one, null, null)), ROOT));
                case 1 -> get(site.registry.set(List.of(mac(one)), to("capsule", "c" + i), ROOT));
                case 2 -> get(site.registry.set(List.of(mac(one)), to("name", "x" + i), ROOT));
                case 3 -> get(site.registry.delete(List.of(mac(one)), ROOT));
                default -> get(site.registry.replace(mac(one), mac(20L + i), ROOT));
            }
        }
        long newest =
                get(site.history.list(List.of(), Long.MAX_VALUE, 1)).get(0).id();
        for (long id = newest; id >= 1; id--) {
            changed(site.registry.undo(id, ROOT));
        }
        assertEquals(List.of(), site.registry.snapshot().nodes());
    }
}
