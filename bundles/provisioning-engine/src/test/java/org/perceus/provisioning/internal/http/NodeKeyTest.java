package org.perceus.provisioning.internal.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.ledger.Author;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.Node;
import org.perceus.node.NodeState;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.claim.Claim.Bearer;
import org.perceus.provisioning.internal.claim.TestKey;

/** What machines get that prove a key, or another one, or none. */
public class NodeKeyTest {
    private static final String MACHINE = "uuid=4c4c4544-0042\nserial=7\n";
    private static final String OTHER = "it shows another key than the one that its node is tied to";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final TestKey key = new TestKey();
    private final TestKey another = new TestKey();
    private HttpSite site;
    private String plain;

    @Before
    public void start() throws Exception {
        site = new HttpSite(folder.getRoot().toPath());
        plain = site.claim;
    }

    @After
    public void stop() throws Exception {
        site.close();
    }

    private Node node() {
        return site.registry.snapshot().node(Samples.MAC).orElseThrow();
    }

    private void with(String... settings) {
        site.registry.with(Samples.node(Stream.concat(Stream.of("capsule", "debian-12"), Stream.of(settings))
                .toArray(String[]::new)));
    }

    private String asks(TestKey by) throws Exception {
        site.claim = by.shows(plain);
        return site.post("/node/script", MACHINE).body();
    }

    private void bootsAgain() {
        site.bootsAgain();
        plain = site.claim;
    }

    private void assertRuns(String script) {
        assertTrue(script, script.startsWith("#!perceus run"));
    }

    private void assertWaits(String reason, String script) {
        assertTrue(script, script.startsWith("#!perceus prove 5 " + reason));
    }

    private void assertUnapproved(String script) {
        assertTrue(script, script.startsWith("#!perceus wait 5 "));
    }

    private Optional<String> shownKey() {
        return site.tracker
                .underWay(site.boot)
                .flatMap(boot -> boot.newest(event -> event.step().equals("show its key")));
    }

    @Test
    public void aNodeIsTiedToTheKeyThatItsMachineShowsFirst() throws Exception {
        assertRuns(asks(key));
        String tied = node().settings().get(NodeSettings.KEY);
        assertTrue(tied, tied.matches("\\Q" + key.key() + "\\E machine [0-9a-f]{16}"));
        assertEquals(Optional.of(key.key() + " is that of the node from now on"), shownKey());
        bootsAgain();
        assertRuns(asks(key));
        assertEquals(Optional.of(key.key() + " is that of the node"), shownKey());
        assertEquals(tied, node().settings().get(NodeSettings.KEY));
    }

    @Test
    public void whoeverHasAnotherKeyWaitsWhereOneIsAskedForAndChangesNothing() throws Exception {
        with("proof", "key", "key", key.key().toString());
        assertRuns(asks(key));
        site.post("/node/event", "event=step\nname=fetch the root\n");
        BootId real = site.boot;
        bootsAgain();
        assertWaits(OTHER, asks(another));
        assertEquals(
                503, site.post("/node/event", "event=failed\nmessage=mine\n").status());
        site.claim = plain;
        assertWaits("it shows no key", site.post("/node/script", MACHINE).body());
        assertEquals(
                503, site.post("/node/event", "event=failed\nmessage=mine\n").status());
        assertEquals(
                "the boot of the node's machine goes on",
                real,
                site.journal.latest(Samples.MAC).orElseThrow().id());
        assertEquals(1, site.strangers.sightings.list().size());
        assertTrue(site.strangers.sightings.problems().get(0).contains("it shows no key"));
        assertEquals(key.key().toString(), node().settings().get(NodeSettings.KEY));
    }

    @Test
    public void anArmedNodeIsTiedToTheNextKeyAndToNoMore() throws Exception {
        with("proof", "key", "key", key.key().toString(), "armed", "2020-01-01T00:00:00Z");
        assertWaits(OTHER, asks(another));
        site.registry.set(
                List.of(Samples.MAC), NodeSettings.arm(Instant.now().plusSeconds(600)), new Author("test", ""));
        assertRuns(asks(another));
        assertFalse(node().settings().containsKey(NodeSettings.ARMED));
        bootsAgain();
        assertWaits(OTHER, asks(key));
        assertWaits(OTHER, asks(new TestKey()));
        assertRuns(asks(another));
    }

    @Test
    public void byItselfANodeWhoseKeyWasInRamBootsAndProvesNothing() throws Exception {
        with("key", key.key().toString());
        assertRuns(asks(another));
        assertEquals(
                Optional.of(another.key() + " is not the one that the node is tied to: it proves nothing"), shownKey());
        assertEquals(key.key().toString(), node().settings().get(NodeSettings.KEY));
    }

    @Test
    public void aKeyOnAnotherMachineIsNotTheNodes() throws Exception {
        with("proof", "key");
        assertRuns(asks(key));
        bootsAgain();
        site.claim = key.shows(plain);
        assertWaits(
                "it shows the key of its node, and is another machine",
                site.post("/node/script", "uuid=4c4c4544-0043\nserial=7\n").body());
        assertRuns(asks(key));
    }

    @Test
    public void twoMachinesWithOneClaimAreNoticedAndTheFirstGoesOn() throws Exception {
        assertRuns(asks(key));
        site.post("/node/event", "event=step\nname=fetch the root\n");
        String line = site.lastLine();
        assertWaits("another machine has shown the claim of this boot", asks(another));
        assertEquals(
                503, site.post("/node/event", "event=failed\nmessage=mine\n").status());
        site.claim = plain;
        assertEquals(
                503, site.post("/node/event", "event=failed\nmessage=mine\n").status());
        assertEquals(line, site.lastLine());
        assertRuns(asks(key));
    }

    @Test
    public void whatWaitsToBeApprovedIsTiedToTheKeyThatWasShown() throws Exception {
        Node unapproved =
                new Node(Samples.MAC, node().name(), node().group(), node().address(), false, node().settings());
        site.registry.with(unapproved);
        assertUnapproved(asks(key));
        assertEquals(Optional.of(key.key().toString()), site.shownKeys.shown(Samples.MAC));
        bootsAgain();
        assertUnapproved(asks(another));
        assertEquals("the first counts", Optional.of(key.key().toString()), site.shownKeys.shown(Samples.MAC));
        with();
        assertWaits(OTHER, asks(another));
        bootsAgain();
        site.registry.with(unapproved);
        assertUnapproved(asks(key));
        assertEquals(Optional.of(key.key() + " waits for approval"), shownKey());
        with();
        assertRuns(asks(key));
        assertEquals(Optional.of(key.key() + " is that of the node from now on"), shownKey());
        assertEquals(Optional.empty(), site.shownKeys.shown(Samples.MAC));
    }

    @Test
    public void aProofOfAnotherBootIsRefused() throws Exception {
        String before = key.shows(plain);
        bootsAgain();
        site.claim = plain + before.substring(44);
        assertEquals(403, site.post("/node/script", MACHINE).status());
    }

    @Test
    public void artifactsAreForTheClaimWhateverItProves() {
        assertEquals(Optional.of(site.boot), site.claims.verify(key.shows(plain), Bearer.STAGE_ONE));
        site.tracker.record(site.boot, NodeState.FAILED, BootEvent.TROUBLE, "");
        assertEquals(Optional.empty(), site.claims.verify(key.shows(plain), Bearer.STAGE_ONE));
    }
}
