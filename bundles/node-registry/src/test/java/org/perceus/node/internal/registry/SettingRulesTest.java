package org.perceus.node.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.perceus.node.internal.registry.TestSite.ROOT;
import static org.perceus.node.internal.registry.TestSite.changed;
import static org.perceus.node.internal.registry.TestSite.mac;
import static org.perceus.node.internal.registry.TestSite.rejected;
import static org.perceus.node.internal.registry.TestSite.spec;
import static org.perceus.node.internal.registry.TestSite.to;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.node.Name;
import org.perceus.node.NodeSpec;
import org.perceus.node.SettingKey;
import org.perceus.node.SettingRules;

/** The registry with somebody who reads the setting {@code colour}, which only nodes can have as {@code pink}. */
public class SettingRulesTest {
    private static final SettingRules COLOURS = SettingRulesTest::objection;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestSite site;

    @Before
    public void open() {
        site = TestSite.withLan(folder.getRoot().toPath().resolve("r.db"));
        changed(site.registry.add(List.of(spec(1, "n1", null)), ROOT));
        site.registry.bindRules(COLOURS);
    }

    @After
    public void close() {
        site.close();
    }

    @Test
    public void whatTheReaderOfASettingDoesNotUnderstandIsRejected() {
        assertEquals("'7' is no colour", rejected(site.registry.set(List.of(mac(1)), to("colour", "7"), ROOT)));
        assertEquals(
                "'7' is no colour", rejected(site.registry.dryRun().set(List.of(mac(1)), to("colour", "7"), ROOT)));
        assertEquals(
                "'7' is no colour", rejected(site.registry.setGroups(List.of(new Name("a")), to("colour", "7"), ROOT)));
        changed(site.registry.set(List.of(mac(1)), to("colour", "pink"), ROOT));
        changed(site.registry.set(List.of(mac(1)), to("color", "7"), ROOT));
    }

    @Test
    public void theReaderKnowsWhoseSettingItIs() {
        assertEquals(
                "a GROUP cannot be pink",
                rejected(site.registry.setGroups(List.of(new Name("a")), to("colour", "pink"), ROOT)));
    }

    @Test
    public void newNodesHaveTheirSettingsByTheSameRules() {
        assertEquals("Entry 1: '7' is no colour", rejected(site.registry.add(List.of(withColour(2, "7")), ROOT)));
        changed(site.registry.add(List.of(withColour(2, "red")), ROOT));
        assertEquals(
                "red",
                site.registry.snapshot().node(mac(2)).orElseThrow().settings().get(new SettingKey("colour")));
    }

    private static NodeSpec withColour(int node, String colour) {
        return new NodeSpec(
                mac(node),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(Map.of(new SettingKey("colour"), colour)));
    }

    @Test
    public void aSettingCanAlwaysBeRemoved() {
        site.registry.unbindRules(COLOURS);
        changed(site.registry.set(List.of(mac(1)), to("colour", "7"), ROOT));
        site.registry.bindRules(COLOURS);
        changed(site.registry.set(List.of(mac(1)), to("colour", null), ROOT));
    }

    @Test
    public void theConfigurationIsComplainedOfWithFileAndKey() {
        site.registry.modified(Map.of("setting.colour", "7", "setting.size", "7", "nameFirst", "one"));
        assertEquals(
                List.of(
                        "etc/org.perceus.node.cfg: nameFirst: 'one' is not a first number: use digits alone",
                        "etc/org.perceus.node.cfg: setting.colour: '7' is no colour"),
                site.registry.complaints());
        site.registry.modified(Map.of("setting.colour", "red"));
        assertEquals(List.of(), site.registry.complaints());
    }

    private static Optional<String> objection(SettingKey key, String value, SettingRules.Owner owner) {
        if (!key.value().equals("colour")) {
            return Optional.empty();
        }
        if (value.equals("pink") && owner != SettingRules.Owner.NODE) {
            return Optional.of("a " + owner + " cannot be pink");
        }
        return Optional.of("'" + value + "' is no colour").filter(sentence -> !value.matches("[a-z]+"));
    }
}
