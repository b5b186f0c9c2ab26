package org.perceus.provisioning.internal.http;

import static org.junit.Assert.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.HttpAnswer;
import org.perceus.provisioning.internal.FakeArtifacts;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.claim.Claim.Bearer;
import org.perceus.vnfs.Artifact;

public class ArtifactEndpointTest {
    private static final HttpAnswer FOR_NODES = HttpAnswer.refused(
            403, "this artifact is for nodes: show the claim of a boot that goes on, from the node's address");
    private static final HttpAnswer UNKNOWN = HttpAnswer.refused(404, "there is no artifact of that hash");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeArtifacts artifacts = new FakeArtifacts();
    private final String hash = artifacts.add(Samples.artifact('a', 8)).sha256();
    private HttpSite site;
    private ArtifactEndpoint endpoint;

    @Before
    public void start() throws Exception {
        site = new HttpSite(folder.getRoot().toPath());
        endpoint = new ArtifactEndpoint(artifacts, site.os, site.claims, site.registry);
    }

    @After
    public void stop() throws Exception {
        site.close();
    }

    @Test
    public void aNodeGetsAnArtifactUnderItsHash() {
        assertEquals(content(hash), ask("GET", hash, site.claim));
        assertEquals(content(hash), ask("HEAD", hash, site.claim));
        assertEquals("/artifact/", endpoint.prefix());
    }

    @Test
    public void aBootLoaderShowsItsClaimInThePath() {
        assertEquals(content(hash), get(site.claim + "/" + hash));
        assertEquals(FOR_NODES, get("x".repeat(44) + "/" + hash));
        assertEquals("/artifact/CLAIM/" + hash, ArtifactEndpoint.path("CLAIM", hash));
    }

    @Test
    public void whoKnowsAHashAloneGetsNothing() {
        assertEquals(FOR_NODES, get(hash));
        assertEquals("and is not told whether it is there", FOR_NODES, get("b".repeat(64)));
        assertEquals(FOR_NODES, ask("GET", hash, "forged"));
    }

    @Test
    public void theClaimOfABootIsGoodFromItsNodeAloneAndThatOfItsAgentFromNowhere() {
        String agent = site.claims.issue(Bearer.AGENT, site.boot);
        assertEquals(FOR_NODES, ask("GET", hash, agent));
        site.peer = Ipv4Address.parse("10.10.0.77");
        assertEquals(FOR_NODES, ask("GET", hash, site.claim));
        assertEquals(FOR_NODES, get(site.claim + "/" + hash));
        assertEquals(FOR_NODES, ask("GET", hash, agent));
    }

    @Test
    public void whatPerceusOsIsMadeOfIsForEverybody() {
        Artifact kernel = site.os.stageOne().orElseThrow().kernel();
        artifacts.add(kernel);
        site.peer = Ipv4Address.parse("10.10.0.77");
        assertEquals(content(kernel.sha256()), get(kernel.sha256()));
    }

    @Test
    public void otherNamesAreNotThere() {
        assertEquals(UNKNOWN, ask("GET", "b".repeat(64), site.claim));
        for (String name : List.of(
                "",
                hash.substring(1),
                hash + "a",
                hash.toUpperCase(Locale.ROOT),
                hash + "/",
                "../" + hash,
                "../../etc/passwd",
                "%2e%2e/" + hash,
                hash + "\n",
                hash + "\0",
                "*",
                "x".repeat(100_000))) {
            assertEquals(UNKNOWN, ask("GET", name, site.claim));
        }
    }

    @Test
    public void artifactsCanOnlyBeRead() {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "get", "")) {
            assertEquals(HttpAnswer.refused(405, "artifacts can only be read"), ask(method, hash, site.claim));
        }
    }

    private static HttpAnswer content(String sha256) {
        return new HttpAnswer.Content(Path.of("/store", sha256), sha256);
    }

    private HttpAnswer get(String name) {
        return endpoint.answer(site.request("GET", "/artifact/" + name));
    }

    private HttpAnswer ask(String method, String name, String token) {
        return endpoint.answer(site.request(method, "/artifact/" + name, Optional.of(token), new byte[0]));
    }
}
