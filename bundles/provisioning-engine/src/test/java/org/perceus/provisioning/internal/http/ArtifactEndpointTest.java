package org.perceus.provisioning.internal.http;

import static org.junit.Assert.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.Test;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.HttpRequest;
import org.perceus.provisioning.internal.FakeArtifacts;
import org.perceus.provisioning.internal.Samples;
import org.perceus.vnfs.Artifact;

public class ArtifactEndpointTest {
    private final FakeArtifacts artifacts = new FakeArtifacts();
    private final Artifact artifact = artifacts.add(Samples.artifact('a', 8));
    private final ArtifactEndpoint endpoint = new ArtifactEndpoint(artifacts);

    @Test
    public void anArtifactIsServedUnderItsHash() {
        String hash = artifact.sha256();
        HttpAnswer content = new HttpAnswer.Content(Path.of("/store", hash), hash);
        assertEquals(content, ask("GET", hash));
        assertEquals(content, ask("HEAD", hash));
        assertEquals("/artifact/", endpoint.prefix());
    }

    @Test
    public void otherNamesAreNotThere() {
        String hash = artifact.sha256();
        for (String name : List.of(
                "",
                "b".repeat(64),
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
            assertEquals(HttpAnswer.refused(404, "there is no artifact of that hash"), ask("GET", name));
        }
    }

    @Test
    public void artifactsCanOnlyBeRead() {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "get", "")) {
            assertEquals(HttpAnswer.refused(405, "artifacts can only be read"), ask(method, artifact.sha256()));
        }
    }

    private HttpAnswer ask(String method, String name) {
        return endpoint.answer(new HttpRequest(
                method, "/artifact/" + name, Optional.empty(), new byte[0], Samples.ADDRESS, Samples.SERVER));
    }
}
