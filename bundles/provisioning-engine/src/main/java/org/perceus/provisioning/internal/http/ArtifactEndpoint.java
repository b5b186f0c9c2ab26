package org.perceus.provisioning.internal.http;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.HttpEndpoint;
import org.perceus.boot.HttpRequest;
import org.perceus.boot.HttpRequestHead;
import org.perceus.vnfs.ArtifactStore;

/** Hands out artifacts by their hash. They hold no secret, so whoever names a hash gets the file. */
@Component(service = HttpEndpoint.class)
public final class ArtifactEndpoint implements HttpEndpoint {
    private static final String PREFIX = "/artifact/";

    private final ArtifactStore artifacts;

    @Activate
    public ArtifactEndpoint(@Reference ArtifactStore artifacts) {
        this.artifacts = artifacts;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Optional<HttpAnswer> refuse(HttpRequestHead head) {
        return head.method().equals("GET") || head.method().equals("HEAD")
                ? Optional.empty()
                : Optional.of(HttpAnswer.refused(405, "artifacts can only be read"));
    }

    @Override
    public HttpAnswer answer(HttpRequest request) {
        Optional<HttpAnswer> refusal = refuse(request.head());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String hash = request.path().substring(PREFIX.length());
        Optional<Path> file = artifacts.find(hash);
        if (file.isEmpty()) {
            return HttpAnswer.refused(404, "there is no artifact of that hash");
        }
        return new HttpAnswer.Content(file.get(), hash);
    }
}
