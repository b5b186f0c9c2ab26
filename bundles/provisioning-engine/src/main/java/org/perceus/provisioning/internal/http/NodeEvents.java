package org.perceus.provisioning.internal.http;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.perceus.boot.HttpAnswer;
import org.perceus.ledger.Author;
import org.perceus.node.BootId;
import org.perceus.node.ChangeResult;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeRegistry;
import org.perceus.node.NodeState;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.RestartWay;
import org.perceus.provisioning.internal.boot.BootTracker;
import org.perceus.provisioning.internal.judge.BootVerdicts;
import org.perceus.provisioning.spi.StateScript.State;

/**
 * What the events of nodes lead to, and what is answered once that is durable or it is known that it will not be.
 *
 * @param registry has what nodes are told
 * @param nodes changes what is to be done once
 * @param boots has the time-lines
 * @param verdicts says why boots before ended
 * @param clock tells the time
 */
record NodeEvents(
        NodeRegistry registry, NodeAdmin nodes, BootTracker boots, BootVerdicts verdicts, InstantSource clock) {
    private static final String SECOND_OS = "start the second OS";

    /** @throws IllegalArgumentException with a sentence when the event is malformed */
    CompletionStage<HttpAnswer> ofPerceusOs(BootId boot, KeyValues body) {
        String event = name(body);
        return switch (event) {
            case "step" -> written(boot, NodeState.PROVISIONING, required(body, "name"), "");
            case "progress" ->
                noted(boots.stepProgress(boot, required(body, "name"), Math.min(100, body.number("percent")) + " %"));
            case "failed" -> written(boot, NodeState.FAILED, "failed", required(body, "message"));
            case "trouble" -> noted(boots.trouble(boot, NodeState.PROVISIONING, required(body, "message")));
            case "last-words" -> noted(verdicts.lastWords(boot, required(body, "message")));
            case "done" -> done(boot, required(body, "setting"));
            case "rescue" ->
                answer(
                        boot,
                        NodeState.WAITING,
                        boots.progress(boot, NodeState.WAITING, "rescue", "a shell is open on its console"));
            case "entering" -> written(boot, NodeState.STARTING, SECOND_OS, "");
            default -> throw unknown(event);
        };
    }

    /** @throws IllegalArgumentException with a sentence when the event is malformed */
    CompletionStage<HttpAnswer> ofAgent(BootId boot, KeyValues body) {
        String event = name(body);
        return switch (event) {
            case "ready" -> written(boot, NodeState.READY, "ready", ready(body));
            case "failed" -> written(boot, NodeState.FAILED, "failed", required(body, "message"));
            case "trouble" -> noted(boots.trouble(boot, NodeState.STARTING, required(body, "message")));
            case "leaving" -> written(boot, NodeState.OFF, "off", leaving(body));
            case "state" ->
                answer(
                        boot,
                        NodeState.READY,
                        boots.entered(boot, ownState(required(body, "name")), body.first("message")));
            case "checkin" -> CompletableFuture.completedFuture(checkedIn(boot));
            default -> throw unknown(event);
        };
    }

    /** Whoever says that the node lives hears what it shall do. */
    private HttpAnswer checkedIn(BootId boot) {
        return registry.snapshot()
                .node(boot.mac())
                .flatMap(RestartWay::told)
                .map(way -> HttpAnswer.ok("#!perceus restart " + way + "\n"))
                .orElseGet(HttpAnswer::done);
    }

    private CompletionStage<HttpAnswer> written(BootId boot, NodeState state, String step, String detail) {
        return answer(boot, state, boots.record(boot, state, step, detail));
    }

    /** An event that was taken before is repeated by who did not hear the answer; another that is not taken never will be. */
    private CompletionStage<HttpAnswer> answer(BootId boot, NodeState state, CompletionStage<Boolean> taken) {
        return taken.thenApply(yes -> yes || boots.endedAs(boot, state)
                ? HttpAnswer.done()
                : HttpAnswer.refused(409, "the event was not taken: its boot is over, or has too many events"));
    }

    /** What adds nothing is as good as taken. */
    private static CompletionStage<HttpAnswer> noted(CompletionStage<Boolean> taken) {
        return taken.thenApply(any -> HttpAnswer.done());
    }

    /** What was to be done once must not be done again at the next boot. */
    private CompletionStage<HttpAnswer> done(BootId boot, String setting) {
        SettingKey key = NodeSettings.ONCE.stream()
                .filter(once -> once.toString().equals(setting))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + setting + "' is not a setting that is done once: " + NodeSettings.ONCE));
        return nodes.set(List.of(boot.mac()), Map.of(key, Optional.empty()), new Author("engine", "it was done"))
                .thenApply(result -> result instanceof ChangeResult.Rejected rejected
                        ? HttpAnswer.refused(409, setting + " is still set: " + rejected.reason())
                        : HttpAnswer.done());
    }

    private static State ownState(String name) {
        return State.parse(name)
                .filter(State::isOwn)
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + name + "' is not a state of the site's own: use x-"
                                + " and up to 30 lower-case letters, digits and hyphens"));
    }

    private static String leaving(KeyValues body) {
        String how = required(body, "how");
        String what =
                switch (how) {
                    case "restart" -> "it restarts";
                    case "halt" -> "it was shut down";
                    default -> throw new IllegalArgumentException("how=" + how + " is neither restart nor halt");
                };
        return what + body.first("message").map(why -> ": " + why).orElse("");
    }

    private String ready(KeyValues body) {
        Optional<String> error = ClockError.of(body.number("clock"), clock.instant());
        return Stream.of(body.first("kernel").map(release -> "Linux " + release), body.first("message"), error)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /** Which event it is. */
    static String name(KeyValues body) {
        return required(body, "event");
    }

    private static String required(KeyValues body, String key) {
        return body.first(key).orElseThrow(() -> new IllegalArgumentException("the event has no line '" + key + "=…'"));
    }

    private static IllegalArgumentException unknown(String event) {
        return new IllegalArgumentException("'" + event + "' is not an event that the bearer of this claim may send");
    }
}
