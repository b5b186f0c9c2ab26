package org.perceus.provisioning.internal.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.HttpRequestHead;
import org.perceus.module.testing.FakeModules;
import org.perceus.module.testing.FakeService;
import org.perceus.node.NodeState;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.claim.Claim.Bearer;
import org.perceus.provisioning.spi.CapsuleBuild;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.hardware.Hardware;

public class NodeScriptRequestTest {
    private static final String WRONG = "the claim is wrong, or its boot is over: boot the machine again";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private HttpSite site;

    @Before
    public void start() throws Exception {
        site = new HttpSite(folder.getRoot().toPath());
    }

    @After
    public void stop() throws Exception {
        site.close();
    }

    @Test
    public void aNodeGetsItsScript() throws Exception {
        HttpAnswer.Text answer = site.post(
                "/node/script",
                """
                mac=52:54:00:12:34:56
                vendor=QEMU
                product=Standard PC
                memory-kib=4194304
                cpus=2
                firmware=bios
                disk=vda 1000 QEMU
                disk=vdb 1000 QEMU
                """);
        assertEquals(200, answer.status());
        assertTrue(answer.body(), answer.body().startsWith("#!perceus run\n"));
        assertTrue(answer.body(), answer.body().endsWith("\n#!perceus end\n"));
        assertEquals(
                "provisioning run the node script: QEMU, Standard PC, 2 CPU, 4.0 GiB RAM, BIOS, 2 disks",
                site.lastLine());
        assertTrue(site.journal.contact(Samples.MAC).isPresent());
    }

    @Test
    public void theScriptBringsATokenForTheAgentOnly() throws Exception {
        String script = site.post("/node/script", "").body();
        String token = script.replaceAll("(?s).*install_agent '[^']*' '([^']*)'.*", "$1");
        assertEquals(Optional.of(site.boot), site.claims.verify(token, Bearer.AGENT));
        assertFalse(script, script.contains(site.claim));
    }

    @Test
    public void aRootThatTheNodeLivesOnIsWrittenDown() throws Exception {
        assertEquals(Set.of(), site.tenants.trees());
        site.images.modules.remove(1);
        site.images.modules.add(new FakeService("stateless-ram", 9).version("2.0.0"), new FakeModules.Method() {
            @Override
            public void build(CapsuleBuild build) throws ProvisioningException {
                super.build(build);
                build.unpackTree();
            }
        });
        site.images.prepare("debian-12@1", "stateless-ram");
        assertTrue(site.post("/node/script", "").body().endsWith("#!perceus end\n"));
        assertEquals(Set.of("c".repeat(64)), site.tenants.trees());
    }

    @Test
    public void modulesSeeTheMemory() throws Exception {
        site.images.modules.remove(2);
        site.images.modules.add(
                new FakeService("hostname", 9),
                node -> NodeScript.builder().step("has " + node.memoryKib()).build());
        assertTrue(site.post("/node/script", "memory-kib=4096").body().contains("step 'has 4096'\n"));
        for (String bad : List.of("", "-1", "1e9", "9".repeat(16), "many")) {
            assertTrue(
                    bad, site.post("/node/script", "memory-kib=" + bad).body().contains("step 'has 0'\n"));
        }
    }

    @Test
    public void modulesSeeTheCardThatANodeWasBootedBy() throws Exception {
        site.images.modules.remove(2);
        site.images.modules.add(new FakeService("hostname", 9), node -> NodeScript.builder()
                .step(node.mac() + " " + node.network().address())
                .build());
        site.registry.with(Samples.withCards("52:54:00:00:00:98=10.10.0.120", "capsule", "debian-12"));
        assertTrue(site.post("/node/script", "mac=52:54:00:00:00:98")
                .body()
                .contains("step '52:54:00:00:00:98 10.10.0.100'\n"));
        assertTrue(
                "no other machine's",
                site.post("/node/script", "mac=52:54:00:00:00:97")
                        .body()
                        .contains("step '52:54:00:12:34:56 10.10.0.100'\n"));
        site.peer = Ipv4Address.parse("10.10.0.120");
        assertTrue(site.post("/node/script", "mac=52:54:00:00:00:98")
                .body()
                .contains("step '52:54:00:00:00:98 10.10.0.120'\n"));
        site.peer = Ipv4Address.parse("10.10.0.121");
        assertEquals(403, site.post("/node/script", "").status());
    }

    @Test
    public void modulesSeeWhatAMachineSaysInItsFirstBoot() throws Exception {
        site.images.modules.remove(2);
        site.images.modules.add(new FakeService("hostname", 9), node -> NodeScript.builder()
                .step("has " + cpus(node.hardware()) + cpus(node.nodes().get(0).hardware()))
                .build());
        assertTrue(site.post("/node/script", "").body().contains("step 'has 00'\n"));
        String body = "memory-kib=4194304\ncpus=2\n";
        assertTrue(site.post("/node/script", body).body().contains("step 'has 22'\n"));
    }

    private static int cpus(Optional<Hardware> hardware) {
        return hardware.map(Hardware::cpus).orElse(0);
    }

    @Test
    public void aNodeThatHasToWaitIsToldWhy() throws Exception {
        site.registry.with(Samples.node());
        HttpAnswer.Text answer = site.post("/node/script", "");
        assertEquals(200, answer.status());
        assertEquals("#!perceus wait 5 no capsule is set: perceus node set capsule=NAME n0001\n", answer.body());
        assertEquals("waiting wait: no capsule is set: perceus node set capsule=NAME n0001", site.lastLine());
        int lines = site.journal.lines(Samples.MAC).size();
        site.registry.with(Samples.node(Optional.of(Samples.ADDRESS), false));
        site.post("/node/script", "");
        assertEquals(
                "another reason is no other line",
                lines,
                site.journal.lines(Samples.MAC).size());
        assertEquals("waiting wait: n0001 is not approved: perceus node approve n0001", site.lastLine());
    }

    @Test
    public void aReasonIsOneLineEverywhere() throws Exception {
        site.images.modules.remove(2);
        site.images.modules.add(new FakeService("hostname", 9), node -> {
            throw new ProvisioningException("first\n#!perceus run\nreboot\r\u001b[2J\u009b2J\u2028\u202e");
        });
        String clean = "module hostname says: first #!perceus run reboot  [2J 2J";
        assertEquals(
                "#!perceus wait 5 " + clean + "\n",
                site.post("/node/script", "").body());
        assertEquals("waiting wait: " + clean, site.lastLine());
    }

    @Test
    public void aWrongClaimIsRefused() throws Exception {
        for (String wrong : List.of("", "x", "A".repeat(44), site.claims.issue(Bearer.AGENT, site.boot))) {
            site.claim = wrong;
            assertRefused(403, WRONG);
        }
        assertEquals("booting load Perceus OS: 1", site.lastLine());
    }

    @Test
    public void theClaimOfABootThatIsOverIsRefused() throws Exception {
        site.tracker.record(site.boot, NodeState.FAILED, "failed", "broken");
        assertRefused(403, WRONG);
    }

    @Test
    public void theClaimOfADeletedNodeIsRefused() throws Exception {
        site.registry.clear();
        assertRefused(403, "the node of this claim was deleted: boot the machine again");
    }

    @Test
    public void theClaimFromAnotherAddressIsRefused() throws Exception {
        String sentence = "the claim was given to another address: boot the machine again";
        site.peer = Ipv4Address.parse("10.10.0.66");
        assertRefused(403, sentence);
        site.peer = Samples.ADDRESS;
        site.registry.with(Samples.node(Optional.empty(), true));
        assertRefused(403, sentence);
    }

    @Test
    public void aRequestWithoutClaimIsRefused() throws Exception {
        HttpAnswer answer = site.nodes.answer(site.request("POST", "/node/script"));
        assertEquals(
                HttpAnswer.refused(401, "the request has no claim: send it as 'Authorization: Bearer CLAIM'"), answer);
    }

    @Test
    public void onlyWhoHasAClaimThatHoldsMaySendABody() {
        assertEquals(Optional.empty(), refused("POST", "/node/script", Optional.of(site.claim)));
        assertEquals(Optional.empty(), refused("POST", "/node/event", Optional.of(site.claim)));
        assertEquals(Optional.of(403), refused("POST", "/node/event", Optional.of("a-claim-that-nobody-gave")));
        assertEquals(Optional.of(401), refused("POST", "/node/script", Optional.empty()));
        assertEquals(Optional.of(404), refused("POST", "/node/other", Optional.of(site.claim)));
        assertEquals(Optional.of(405), refused("PUT", "/node/event", Optional.of(site.claim)));
    }

    private Optional<Integer> refused(String method, String path, Optional<String> bearer) {
        return site.nodes
                .refuse(new HttpRequestHead(method, path, bearer, site.peer))
                .map(answer -> ((HttpAnswer.Text) answer).status());
    }

    @Test
    public void onlyTwoThingsCanBePosted() throws Exception {
        for (String path :
                List.of("/node/", "/node/other", "/node/script/", "/node/script\n", "/node/../node/script")) {
            assertEquals(404, site.post(path, "").status());
        }
        for (String method : List.of("GET", "HEAD", "PUT", "DELETE")) {
            HttpAnswer answer = site.nodes.answer(site.request(method, "/node/script"));
            assertEquals(HttpAnswer.refused(405, "/node/script takes POST"), answer);
        }
        assertEquals("/node/", site.nodes.prefix());
    }

    @Test
    public void malformedBodiesAreRefused() throws Exception {
        assertEquals(
                HttpAnswer.refused(400, "a line of the body is not of the form key=value"),
                site.post("/node/script", "mac=x\nnonsense\n"));
        assertEquals(
                HttpAnswer.refused(400, "the body is not UTF-8 text"),
                site.post("/node/script", new byte[] {'a', '=', (byte) 0xff}));
        assertEquals(400, site.post("/node/script", "=value").status());
        assertEquals(
                200, site.post("/node/script", "\n\n  \r\nunknown=key\nmac=\n").status());
    }

    @Test
    public void hostileReportsStayOneShortLine() throws Exception {
        site.post("/node/script", "vendor=a\u001b[31m\r\u009b'$(x)`y`\u202e\nproduct=" + "\uD83D\uDE80".repeat(1000));
        String line = site.lastLine();
        assertTrue(line, line.startsWith("provisioning run the node script: a [31m  '$(x)`y`, \uD83D\uDE80"));
        assertTrue(line, line.length() < 700);
        String full = "x" + "\uD83D\uDE80".repeat(1000);
        site.post("/node/script", "product=" + full);
        assertFalse("a character was cut in half", site.lastLine().contains("\uD83D,"));
    }

    @Test
    public void aFullBodyIsRead() throws Exception {
        assertEquals(200, site.post("/node/script", "disk=x\n".repeat(9000)).status());
        assertEquals("provisioning run the node script: 9000 disks", site.lastLine());
        assertEquals(200, site.post("/node/script", "k=" + "v".repeat(65_000)).status());
    }

    private void assertRefused(int status, String sentence) throws Exception {
        assertEquals(HttpAnswer.refused(status, sentence), site.post("/node/script", ""));
    }
}
