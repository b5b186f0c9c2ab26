package org.perceus.provisioning.internal.http;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.HttpEndpoint;
import org.perceus.boot.HttpRequest;

/** The nodes' side of the engine: scripts for Perceus OS, and the events of Perceus OS and the agent. */
@Component(service = HttpEndpoint.class)
public final class NodeEndpoint implements HttpEndpoint {
    private static final String PREFIX = "/node/";

    private final ScriptDesk scripts;
    private final EventDesk events;

    @Activate
    public NodeEndpoint(@Reference ScriptDesk scripts, @Reference EventDesk events) {
        this.scripts = scripts;
        this.events = events;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public HttpAnswer answer(HttpRequest request) {
        String what = request.path().substring(PREFIX.length());
        if (!what.equals("script") && !what.equals("event")) {
            return HttpAnswer.refused(404, "a node can post to /node/script and /node/event");
        }
        if (!request.method().equals("POST")) {
            return HttpAnswer.refused(405, "/node/" + what + " takes POST");
        }
        Optional<String> token = request.bearer();
        if (token.isEmpty()) {
            return HttpAnswer.refused(401, "the request has no claim: send it as 'Authorization: Bearer CLAIM'");
        }
        try {
            KeyValues body = KeyValues.parse(request.body());
            return what.equals("script")
                    ? scripts.answer(token.get(), request, body)
                    : later(events.take(token.get(), body));
        } catch (IllegalArgumentException e) {
            return HttpAnswer.refused(400, e.getMessage());
        }
    }

    private static HttpAnswer later(CompletionStage<HttpAnswer> answer) {
        return new HttpAnswer.Later(answer);
    }
}
