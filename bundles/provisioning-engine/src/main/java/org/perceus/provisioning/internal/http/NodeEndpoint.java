package org.perceus.provisioning.internal.http;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.HttpEndpoint;
import org.perceus.boot.HttpRequest;
import org.perceus.boot.HttpRequestHead;

/** The nodes' side of the engine: scripts for Perceus OS, restarts of the agent, and the events of both. */
@Component(service = HttpEndpoint.class)
public final class NodeEndpoint implements HttpEndpoint {
    private static final String PREFIX = "/node/";

    private static final String SCRIPT = "script";
    private static final String EVENT = "event";
    private static final String RESTART = "restart";
    private static final List<String> POSTED = List.of(SCRIPT, EVENT, RESTART);

    private final ScriptHandler scripts;
    private final EventHandler events;
    private final RestartHandler restarts;

    @Activate
    public NodeEndpoint(
            @Reference ScriptHandler scripts, @Reference EventHandler events, @Reference RestartHandler restarts) {
        this.scripts = scripts;
        this.events = events;
        this.restarts = restarts;
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
        if (!POSTED.contains(what)) {
            return Optional.of(
                    HttpAnswer.refused(404, "a node can post to " + PREFIX + String.join(", " + PREFIX, POSTED)));
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
            return switch (what(request.path())) {
                case SCRIPT -> scripts.answer(token, request, body);
                case RESTART -> restarts.answer(token, request, body);
                default -> new HttpAnswer.Later(events.take(token, request.peer(), body));
            };
        } catch (IllegalArgumentException e) {
            return HttpAnswer.refused(400, e.getMessage());
        }
    }

    private static String what(String path) {
        return path.substring(PREFIX.length());
    }
}
