package org.perceus.provisioning.internal.http;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.boot.HttpAnswer;
import org.perceus.ledger.Author;
import org.perceus.node.BootId;
import org.perceus.node.ChangeResult;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeState;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.internal.boot.BootTracker;
import org.perceus.provisioning.internal.claim.Claim.Bearer;
import org.perceus.provisioning.internal.claim.ClaimAuthority;
import org.perceus.provisioning.internal.judge.BootVerdicts;
import org.perceus.provisioning.spi.StateScript.State;

/** Writes down what nodes say of their boots. Thread-safe. */
@Component(service = EventDesk.class)
public final class EventDesk {
    private static final String SECOND_OS = "start the second OS";

    private final ClaimAuthority claims;
    private final NodeAdmin nodes;
    private final BootTracker boots;
    private final BootVerdicts verdicts;
    private final InstantSource clock;

    @Activate
    public EventDesk(
            @Reference ClaimAuthority claims,
            @Reference NodeAdmin nodes,
            @Reference BootTracker boots,
            @Reference BootVerdicts verdicts) {
        this(claims, nodes, boots, verdicts, InstantSource.system());
    }

    EventDesk(ClaimAuthority claims, NodeAdmin nodes, BootTracker boots, BootVerdicts verdicts, InstantSource clock) {
        this.claims = claims;
        this.nodes = nodes;
        this.boots = boots;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /** Whether a token is a claim of a boot that goes on, whoever bears it. */
    boolean holds(String token) {
        return claims.verify(token, Bearer.STAGE_ONE).isPresent()
                || claims.verify(token, Bearer.AGENT).isPresent();
    }

    /**
     * Takes one event.
     *
     * @return completes once the event is durable
     * @throws IllegalArgumentException with a sentence when the event is malformed
     */
    CompletionStage<HttpAnswer> take(String token, KeyValues body) {
        Optional<BootId> stageOne = claims.verify(token, Bearer.STAGE_ONE);
        Optional<BootId> agent = claims.verify(token, Bearer.AGENT);
        Optional<BootId> boot = stageOne.or(() -> agent);
        if (boot.isEmpty()) {
            return CompletableFuture.completedFuture(
                    HttpAnswer.refused(403, "the claim is wrong, or its boot is over"));
        }
        boots.contact(boot.get().mac());
        return (agent.isPresent() ? ofAgent(boot.get(), body) : ofPerceusOs(boot.get(), body))
                .thenApply(taken -> HttpAnswer.done());
    }

    private CompletionStage<Boolean> ofPerceusOs(BootId boot, KeyValues body) {
        String event = required(body, "event");
        return switch (event) {
            case "step" -> boots.record(boot, NodeState.PROVISIONING, required(body, "name"), "");
            case "progress" ->
                boots.stepProgress(boot, required(body, "name"), Math.min(100, body.number("percent")) + " %");
            case "failed" -> boots.record(boot, NodeState.FAILED, "failed", required(body, "message"));
            case "trouble" -> boots.trouble(boot, NodeState.PROVISIONING, required(body, "message"));
            case "last-words" -> verdicts.lastWords(boot, required(body, "message"));
            case "done" -> done(boot, required(body, "setting"));
            case "rescue" -> boots.progress(boot, NodeState.WAITING, "rescue", "a shell is open on its console");
            case "entering" -> boots.record(boot, NodeState.STARTING, SECOND_OS, "");
            default -> throw unknown(event);
        };
    }

    private CompletionStage<Boolean> ofAgent(BootId boot, KeyValues body) {
        String event = required(body, "event");
        return switch (event) {
            case "ready" -> boots.record(boot, NodeState.READY, "ready", ready(body));
            case "failed" -> boots.record(boot, NodeState.FAILED, "failed", required(body, "message"));
            case "trouble" -> boots.trouble(boot, NodeState.STARTING, required(body, "message"));
            case "leaving" -> boots.record(boot, NodeState.OFF, "off", leaving(required(body, "how")));
            case "state" -> boots.entered(boot, ownState(required(body, "name")), body.first("message"));
            case "checkin" -> CompletableFuture.completedFuture(true);
            default -> throw unknown(event);
        };
    }

    /** What was to be done once must not be done again at the next boot. */
    private CompletionStage<Boolean> done(BootId boot, String setting) {
        SettingKey key = NodeSettings.ONCE.stream()
                .filter(once -> once.toString().equals(setting))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + setting + "' is not a setting that is done once: " + NodeSettings.ONCE));
        return nodes.set(List.of(boot.mac()), Map.of(key, Optional.empty()), new Author("engine", "it was done"))
                .thenApply(ChangeResult.Changed.class::isInstance);
    }

    private static State ownState(String name) {
        return State.parse(name)
                .filter(State::isOwn)
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + name + "' is not a state of the site's own: use x-"
                                + " and up to 30 lower-case letters, digits and hyphens"));
    }

    private static String leaving(String how) {
        return switch (how) {
            case "restart" -> "it restarts";
            case "halt" -> "it was shut down";
            default -> throw new IllegalArgumentException("how=" + how + " is neither restart nor halt");
        };
    }

    private String ready(KeyValues body) {
        Optional<String> clock = ClockError.of(body.number("clock"), this.clock.instant());
        return Stream.of(body.first("kernel").map(release -> "Linux " + release), body.first("message"), clock)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static String required(KeyValues body, String key) {
        return body.first(key).orElseThrow(() -> new IllegalArgumentException("the event has no line '" + key + "=…'"));
    }

    private static IllegalArgumentException unknown(String event) {
        return new IllegalArgumentException("'" + event + "' is not an event that the bearer of this claim may send");
    }
}
