package org.perceus.provisioning.internal.http;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.HttpEndpoint;
import org.perceus.boot.HttpRequest;
import org.perceus.boot.HttpRequestHead;

/** The nodes' side of the engine: scripts for Perceus OS, and the events of Perceus OS and the agent. */
@Component(service = HttpEndpoint.class)
public final class NodeEndpoint implements HttpEndpoint {
    private static final String PREFIX = "/node/";

    private final ScriptHandler scripts;
    private final EventHandler events;

    @Activate
    public NodeEndpoint(@Reference ScriptHandler scripts, @Reference EventHandler events) {
        this.scripts = scripts;
        this.events = events;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    /** Nobody without a claim that holds may send a body. */
    @Override
    public Optional<HttpAnswer> refuse(HttpRequestHead head) {
        return malformed(head)
                .or(() -> events.holds(head.bearer().orElseThrow())
                        ? Optional.empty()
                        : Optional.of(HttpAnswer.refused(
                                403, "the claim is wrong, or its boot is over: boot the machine again")));
    }

    private static Optional<HttpAnswer> malformed(HttpRequestHead head) {
        String what = what(head.path());
        if (!what.equals("script") && !what.equals("event")) {
            return Optional.of(HttpAnswer.refused(404, "a node can post to /node/script and /node/event"));
        }
        if (!head.method().equals("POST")) {
            return Optional.of(HttpAnswer.refused(405, "/node/" + what + " takes POST"));
        }
        if (head.bearer().isEmpty()) {
            return Optional.of(
                    HttpAnswer.refused(401, "the request has no claim: send it as 'Authorization: Bearer CLAIM'"));
        }
        return Optional.empty();
    }

    @Override
    public HttpAnswer answer(HttpRequest request) {
        Optional<HttpAnswer> malformed = malformed(request.head());
        if (malformed.isPresent()) {
            return malformed.get();
        }
        String token = request.bearer().orElseThrow();
        try {
            KeyValues body = KeyValues.parse(request.body());
            return what(request.path()).equals("script")
                    ? scripts.answer(token, request, body)
                    : later(events.take(token, request.peer(), body));
        } catch (IllegalArgumentException e) {
            return HttpAnswer.refused(400, e.getMessage());
        }
    }

    private static String what(String path) {
        return path.substring(PREFIX.length());
    }

    private static HttpAnswer later(CompletionStage<HttpAnswer> answer) {
        return new HttpAnswer.Later(answer);
    }
}
