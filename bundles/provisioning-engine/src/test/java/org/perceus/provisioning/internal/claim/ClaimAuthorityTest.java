package org.perceus.provisioning.internal.claim;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeState;
import org.perceus.provisioning.internal.FakeJournal;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.claim.Claim.Bearer;
import org.perceus.provisioning.internal.config.FakeConfig;

public class ClaimAuthorityTest {
    private static final BootId BOOT = new BootId(Samples.MAC, 1_000);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeJournal journal = new FakeJournal();
    private ClaimAuthority claims;

    @Before
    public void start() throws Exception {
        claims = new ClaimAuthority(FakeConfig.in(folder.getRoot().toPath()), journal);
        record(BOOT, NodeState.BOOTING);
        journal.prove(BOOT);
    }

    @Test
    public void aTokenProvesItsBoot() {
        for (Bearer bearer : Bearer.values()) {
            String token = claims.issue(bearer, BOOT);
            assertTrue(token, token.matches("[A-Za-z0-9_-]{20,128}"));
            assertEquals(Optional.of(BOOT), claims.verify(token, bearer));
        }
    }

    @Test
    public void theLastMacAndTimeSurviveTheRoundTrip() {
        BootId boot = new BootId(MacAddress.parse("fe:ff:ff:ff:ff:ff"), Long.MAX_VALUE);
        assertEquals(Optional.of(boot), claims.verify(claims.issue(Bearer.STAGE_ONE, boot), Bearer.STAGE_ONE));
    }

    @Test
    public void oneBearersTokenIsNotTheOthers() {
        assertRefused(claims.issue(Bearer.AGENT, BOOT), Bearer.STAGE_ONE);
        assertRefused(claims.issue(Bearer.STAGE_ONE, BOOT), Bearer.AGENT);
    }

    @Test
    public void aTokenWithOneBitChangedIsRefused() {
        byte[] token = Base64.getUrlDecoder().decode(claims.issue(Bearer.STAGE_ONE, BOOT));
        for (int bit = 0; bit < token.length * 8; bit++) {
            byte[] forged = token.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
            assertRefused(text, Bearer.STAGE_ONE);
            assertRefused(text, Bearer.AGENT);
        }
    }

    @Test
    public void whatIsNoTokenIsRefused() {
        String token = claims.issue(Bearer.STAGE_ONE, BOOT);
        for (String text : List.of(
                "",
                "A",
                token.substring(1),
                token.substring(0, 43),
                token.substring(0, 43) + "=",
                token.substring(0, 42) + "==",
                token + "A",
                token + "=",
                "=".repeat(44),
                "A".repeat(44),
                "_".repeat(44),
                "é".repeat(44),
                "\n".repeat(44),
                token.substring(0, 43) + "/",
                token.substring(0, 43) + "\u0141",
                "A".repeat(100_000))) {
            assertRefused(text, Bearer.STAGE_ONE);
            assertRefused(text, Bearer.AGENT);
        }
    }

    @Test
    public void whoSignsTheClaimProvesItsKey() {
        TestKey key = new TestKey();
        String token = claims.issue(Bearer.STAGE_ONE, BOOT);
        for (int times = 0; times < 2; times++) {
            assertEquals(
                    Optional.of(new Claimant(BOOT, Optional.of(key.key()))),
                    claims.claimant(key.shows(token), Bearer.STAGE_ONE));
        }
        assertEquals(Optional.of(new Claimant(BOOT, Optional.empty())), claims.claimant(token, Bearer.STAGE_ONE));
        assertTrue(key.key().toString(), key.key().toString().matches("SHA256:[A-Za-z0-9+/]{43}"));
    }

    @Test
    public void aProofThatProvesNothingIsRefused() {
        String token = claims.issue(Bearer.STAGE_ONE, BOOT);
        String[] shown = new TestKey().shows(token).split("\\.");
        String[] other = new TestKey().shows(token).split("\\.");
        String later = new TestKey().shows(claims.issue(Bearer.STAGE_ONE, new BootId(Samples.MAC, 2_000)));
        for (String text : List.of(
                String.join(".", token, shown[1], other[2]),
                String.join(".", token, other[1], shown[2]),
                token + later.substring(44),
                token + "." + shown[1],
                token + "..",
                String.join(".", token, shown[1], ""),
                String.join(".", token, shown[1], shown[2], ""),
                String.join(".", token, shown[1] + "AAAA", shown[2]),
                String.join(".", token, "_".repeat(43), shown[2]),
                String.join(".", token, shown[1], "A".repeat(86)),
                "." + shown[1] + "." + shown[2])) {
            assertRefused(text, Bearer.STAGE_ONE);
        }
    }

    @Test
    public void aTokenOfAnotherEngineIsRefused() throws Exception {
        ClaimAuthority other =
                new ClaimAuthority(FakeConfig.in(folder.newFolder().toPath()), journal);
        assertNotEquals(claims.issue(Bearer.AGENT, BOOT), other.issue(Bearer.AGENT, BOOT));
        assertRefused(other.issue(Bearer.STAGE_ONE, BOOT), Bearer.STAGE_ONE);
    }

    @Test
    public void tokensSurviveARestart() throws Exception {
        String token = claims.issue(Bearer.STAGE_ONE, BOOT);
        claims = new ClaimAuthority(FakeConfig.in(folder.getRoot().toPath()), new FakeJournal());
        assertEquals("though the journal lost the boot", Optional.of(BOOT), claims.verify(token, Bearer.STAGE_ONE));
    }

    @Test
    public void aSupersededBootsTokensAreRefused() {
        BootId next = new BootId(Samples.MAC, 1_001);
        record(next, NodeState.BOOTING);
        assertEquals(
                "it proved nothing yet",
                Optional.of(BOOT),
                claims.verify(claims.issue(Bearer.AGENT, BOOT), Bearer.AGENT));
        assertEquals(Optional.of(next), claims.verify(claims.issue(Bearer.STAGE_ONE, next), Bearer.STAGE_ONE));
        journal.prove(next);
        assertRefused(claims.issue(Bearer.STAGE_ONE, BOOT), Bearer.STAGE_ONE);
        assertRefused(claims.issue(Bearer.AGENT, BOOT), Bearer.AGENT);
    }

    @Test
    public void anotherNodesBootSupersedesNothing() {
        BootId other = new BootId(MacAddress.parse("52:54:00:00:00:01"), 2_000);
        record(other, NodeState.BOOTING);
        journal.prove(other);
        assertEquals(Optional.of(BOOT), claims.verify(claims.issue(Bearer.STAGE_ONE, BOOT), Bearer.STAGE_ONE));
    }

    @Test
    public void anEndedBootsAgentGoesOn() {
        for (NodeState end : List.of(NodeState.READY, NodeState.FAILED)) {
            BootId boot = new BootId(Samples.MAC, 2_000 + end.ordinal());
            record(boot, NodeState.BOOTING);
            journal.prove(boot);
            record(boot, end);
            assertRefused(claims.issue(Bearer.STAGE_ONE, boot), Bearer.STAGE_ONE);
            assertEquals(Optional.of(boot), claims.verify(claims.issue(Bearer.AGENT, boot), Bearer.AGENT));
        }
    }

    private void assertRefused(String token, Bearer bearer) {
        assertEquals(token, Optional.empty(), claims.verify(token, bearer));
    }

    private void record(BootId boot, NodeState state) {
        journal.record(boot, new BootEvent(Instant.EPOCH, state, "test", Optional.empty()), false);
    }
}
