package org.perceus.provisioning.internal.http;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.perceus.boot.HttpAnswer;
import org.perceus.fuzz.Input;
import org.perceus.fuzz.Promise;
import org.perceus.ledger.Author;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.BootJournal;
import org.perceus.node.ChangeResult;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeRegistry;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.internal.boot.BootTracker;
import org.perceus.provisioning.internal.judge.BootVerdicts;
import org.perceus.provisioning.internal.judge.KernelLines;

/** An event of a node with a claim that holds, until it is written down. */
public final class NodeEventFuzz {
    private static final BootId BOOT = new BootId(new MacAddress(1), 1);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);
    private static final int LONGEST = 1200;
    private static final NodeEvents EVENTS = events();

    private NodeEventFuzz() {}

    /** Who sends it, and its body. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Input input = new Input(bytes);
        boolean agent = input.octet() % 2 == 1;
        byte[] body = input.rest();
        Promise.orRefused(() -> {
            KeyValues values = KeyValues.parse(body);
            CompletionStage<HttpAnswer> answer =
                    agent ? EVENTS.ofAgent(BOOT, values) : EVENTS.ofPerceusOs(BOOT, values);
            Promise.kept(answer.toCompletableFuture().isDone(), "nothing waits for a store that does not wait");
            answer.toCompletableFuture().join();
        });
    }

    private static NodeEvents events() {
        BootJournal journal = stub(BootJournal.class);
        BootTracker tracker = new BootTracker(journal, CLOCK);
        BootVerdicts verdicts = new BootVerdicts(journal, tracker, new KernelLines(null, journal));
        return new NodeEvents(stub(NodeRegistry.class), stub(NodeAdmin.class), tracker, verdicts, CLOCK);
    }

    /** Takes all and knows nothing. */
    private static <T> T stub(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            for (Object one : given == null ? new Object[0] : given) {
                if (one instanceof BootEvent event) {
                    written(event.step());
                    event.detail().ifPresent(NodeEventFuzz::written);
                } else if (one instanceof Author author) {
                    written(author.toString());
                }
            }
            Class<?> result = method.getReturnType();
            if (result == Optional.class) {
                return Optional.empty();
            }
            if (result == CompletionStage.class) {
                return CompletableFuture.completedFuture(
                        type == NodeAdmin.class ? new ChangeResult.Rejected("it is not there") : (Object) true);
            }
            if (result == RegistrySnapshot.class) {
                return stub(RegistrySnapshot.class);
            }
            return result == List.class ? List.of() : null;
        }));
    }

    private static void written(String text) {
        Promise.kept(text.length() <= LONGEST, "what is written down is bounded");
        Promise.kept(text.chars().noneMatch(Character::isISOControl), "what is written down is one line");
    }
}
