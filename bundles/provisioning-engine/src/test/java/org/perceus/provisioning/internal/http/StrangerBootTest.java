package org.perceus.provisioning.internal.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.boot.HttpAnswer;
import org.perceus.node.BootId;
import org.perceus.node.ChangeResult.Rejected;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeState;
import org.perceus.node.StrangerLeases.Lease;
import org.perceus.node.StrangerLeases.Result.Lent;
import org.perceus.node.StrangerLeases.Stage;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.claim.Claim.Bearer;

/** A machine that is no node, from the script of iPXE on. */
public class StrangerBootTest {
    private static final MacAddress UNKNOWN = MacAddress.parse("52:54:00:00:00:99");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private HttpSite site;
    private BootEndpoint endpoint;
    private Lease lease;

    @Before
    public void start() throws Exception {
        site = new HttpSite(folder.getRoot().toPath());
        BootId boot = new BootId(UNKNOWN, 2_000);
        site.tracker.record(boot, NodeState.BOOTING, "ipxe", "");
        site.claim = site.claims.issue(Bearer.STAGE_ONE, boot);
        var lent = site.strangers.leases.lend(UNKNOWN, Samples.LINK, Optional.empty(), Stage.REQUESTED);
        lease = ((Lent) lent).lease();
        site.peer = lease.address();
        endpoint = site.bootEndpoint(site.os, "");
    }

    @After
    public void stop() throws Exception {
        site.close();
    }

    @Test
    public void isToldToLoadPerceusOsAtTheAddressThatItWasLent() throws Exception {
        String script = script().body();
        assertTrue(script, script.contains("perceus.mac=" + UNKNOWN));
        assertTrue(script, script.contains("perceus.ip=" + lease.address() + "/24"));
        assertEquals(
                Stage.HEARD_OF,
                site.strangers.leases.find(UNKNOWN).orElseThrow().stage());
        assertEquals(Optional.empty(), site.registry.snapshot().node(UNKNOWN));
    }

    @Test
    public void becomesANodeWhenItRunsPerceusOs() throws Exception {
        assertEquals(200, site.post("/node/script", "").status());
        assertEquals(
                Optional.of(lease.address()),
                site.registry.snapshot().node(UNKNOWN).orElseThrow().address());
        assertEquals(Optional.empty(), site.strangers.leases.find(UNKNOWN));
    }

    @Test
    public void isRefusedFromAnotherAddress() throws Exception {
        site.peer = Samples.LINK;
        assertFalse(script().body().contains("perceus.claim"));
        assertEquals(403, site.post("/node/script", "").status());
        assertEquals(Optional.empty(), site.registry.snapshot().node(UNKNOWN));
    }

    @Test
    public void waitsWithTheReasonWhenItCannotBecomeANode() throws Exception {
        site.registry.discoverWith(CompletableFuture.completedFuture(new Rejected("no name is left")));
        assertEquals(
                "#!perceus wait 5 no name is left\n",
                site.post("/node/script", "").body());
    }

    private HttpAnswer.Text script() throws Exception {
        return HttpSite.text(endpoint.answer(site.request("GET", "/boot/mac/52-54-00-00-00-99/ipxe")));
    }
}
