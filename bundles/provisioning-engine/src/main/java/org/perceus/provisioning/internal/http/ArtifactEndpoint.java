package org.perceus.provisioning.internal.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.HttpEndpoint;
import org.perceus.boot.HttpRequest;
import org.perceus.boot.HttpRequestHead;
import org.perceus.node.NodeRegistry;
import org.perceus.provisioning.internal.claim.ClaimAuthority;
import org.perceus.provisioning.internal.os.InstalledPerceusOs;
import org.perceus.vnfs.ArtifactStore;

/**
 * Hands out artifacts by their hash: those of Perceus OS to everybody, those of capsules and of the site to nodes, by the claim of
 * their boot. A hash is no secret: users of nodes read it.
 */
@Component(service = HttpEndpoint.class)
public final class ArtifactEndpoint implements HttpEndpoint {
    private static final String PREFIX = "/artifact/";
    private static final String UNKNOWN = "there is no artifact of that hash";

    /** A boot loader can show its claim in the path alone. */
    private static final Pattern PATH = Pattern.compile(PREFIX + "(?:([A-Za-z0-9_-]{20,128})/)?([0-9a-f]{64})");

    private final ArtifactStore artifacts;
    private final InstalledPerceusOs os;
    private final Claimants claimants;

    @Activate
    public ArtifactEndpoint(
            @Reference ArtifactStore artifacts,
            @Reference InstalledPerceusOs os,
            @Reference ClaimAuthority claims,
            @Reference NodeRegistry registry) {
        this.artifacts = artifacts;
        this.os = os;
        this.claimants = new Claimants(claims, registry);
    }

    /** The path of an artifact that is for everybody, or for who shows a claim beside it. */
    static String path(String sha256) {
        return PREFIX + sha256;
    }

    /** The path of an artifact that nodes alone get, for who cannot show a claim otherwise. */
    static String path(String claim, String sha256) {
        return PREFIX + claim + "/" + sha256;
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
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            return HttpAnswer.refused(404, UNKNOWN);
        }
        String hash = path.group(2);
        Optional<String> token = Optional.ofNullable(path.group(1)).or(request::bearer);
        if (!os.hasPublished(hash)
                && token.filter(shown -> claimants.isOfNode(shown, request.peer()))
                        .isEmpty()) {
            return HttpAnswer.refused(
                    403, "this artifact is for nodes: show the claim of a boot that goes on, from the node's address");
        }
        return artifacts
                .find(hash)
                .<HttpAnswer>map(file -> new HttpAnswer.Content(file, hash))
                .orElseGet(() -> HttpAnswer.refused(404, UNKNOWN));
    }
}
