package org.perceus.shell.internal.history;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.ledger.Author;
import org.perceus.node.HistoryEntry;
import org.perceus.node.HistoryEntry.Altered;
import org.perceus.node.HistoryEntry.AlteredValue;
import org.perceus.node.HistoryEntry.Fate;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;

public class HistoryReportTest {
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
    private static final Author JANE = new Author("jane", "perceus node set capsule=b n[1-12]", "as agreed");
    private static final Altered GROUP = new Altered(
            "group",
            new Name("rack1"),
            Optional.empty(),
            Fate.ADDED,
            List.of(new AlteredValue("method", Optional.empty(), Optional.of("hybrid"))));

    @Test
    public void aChangeOfManyNodesTellsOfTheFirst() {
        List<Altered> first = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            first.add(node("n" + i, Fate.CHANGED, new AlteredValue("capsule", Optional.of("a"), Optional.of("b"))));
        }
        assertEquals("capsule: a -> b for 12 nodes n[1-5] and 7 more", summary(12, first));
    }

    @Test
    public void whatComesAndGoesIsNamed() {
        assertEquals("deleted n3", summary(1, List.of(node("n3", Fate.DELETED))));
        assertEquals("added 2 nodes n1, n2", summary(2, List.of(node("n2", Fate.ADDED), node("n1", Fate.ADDED))));
        assertEquals("method: (none) -> hybrid for group rack1", summary(1, List.of(GROUP)));
    }

    @Test
    public void whatDiffersIsToldApart() {
        List<Altered> named = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            named.add(node("x" + i, Fate.CHANGED, new AlteredValue("name", Optional.empty(), Optional.of("x" + i))));
        }
        assertEquals(
                "name: (none) -> x1 for x1; name: (none) -> x2 for x2; name: (none) -> x3 for x3 and 5 more",
                summary(8, named));
    }

    @Test
    public void longValuesAreCut() {
        AlteredValue value = new AlteredValue("kernel-args", Optional.empty(), Optional.of("x".repeat(8000)));
        assertTrue(summary(1, List.of(node("n1", Fate.CHANGED, value))).length() < 120);
    }

    @Test
    public void changesAreALineEach() {
        List<String> lines = new HistoryReport(List.of(new HistoryEntry(7, AT, JANE, 1, List.of(GROUP))))
                .table()
                .text(0, false)
                .lines()
                .toList();
        assertTrue(lines.get(0), lines.get(0).matches("ID +WHEN +WHO +CHANGE +COMMAND +COMMENT"));
        assertTrue(
                lines.get(1),
                lines.get(1)
                        .endsWith("jane  method: (none) -> hybrid for group rack1  perceus node set capsule=b n[1-12]"
                                + "  as agreed"));
    }

    @Test
    public void jsonHasTheDocumentedFields() {
        JsonObject json = new HistoryReport(List.of(new HistoryEntry(7, AT, JANE, 1, List.of(GROUP))))
                .json()
                .get(0)
                .getAsJsonObject();
        assertEquals(
                "{\"id\":7,\"at\":\"2026-11-20T10:00:00Z\",\"who\":\"jane\",\"command\":\"perceus node set capsule=b"
                        + " n[1-12]\",\"comment\":\"as agreed\",\"things\":1,\"altered\":[{\"kind\":\"group\",\"name\":"
                        + "\"rack1\",\"mac\":null,\"fate\":\"added\",\"values\":[{\"key\":\"method\",\"before\":null,"
                        + "\"after\":\"hybrid\"}]}]}",
                json.toString());
    }

    @Test
    public void aCardTellsAll() {
        String card =
                new ChangeCard(new HistoryEntry(5, AT, new Author("root", "test"), 1, List.of(GROUP))).text(0, false);
        assertTrue(card, card.startsWith("change   5\nwhen     "));
        assertTrue(
                card,
                card.endsWith(
                        """
                        who      root
                        command  test

                        WHAT         FATE   KEY     BEFORE  AFTER
                        group rack1  added  method  -       hybrid
                        """));
    }

    private static String summary(int things, List<Altered> altered) {
        return HistoryReport.summary(new HistoryEntry(7, AT, JANE, things, altered));
    }

    private static Altered node(String name, Fate fate, AlteredValue... values) {
        return new Altered("node", new Name(name), Optional.of(new MacAddress(1)), fate, List.of(values));
    }
}
