package org.perceus.boot.internal.dhcp;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.BootPolicy;
import org.perceus.boot.internal.limit.SparseLog;
import org.perceus.boot.internal.net.Counters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a datagram to the policy and its answer to the wire. No sockets. Thread-safe. */
final class DhcpExchange {
    private static final Logger LOG = LoggerFactory.getLogger(DhcpExchange.class);

    private final QuestionReader reader;
    private final Replier replier;
    private final Supplier<Optional<BootPolicy>> policy;
    private final InFlight inFlight;
    private final PacketOut out;
    private final Counters.Scope counters;
    private final SparseLog log = new SparseLog(LOG, "DHCP", System::nanoTime);

    /** Where replies go. */
    interface PacketOut {
        void send(ByteBuffer packet, InetSocketAddress to);
    }

    DhcpExchange(
            ServerFacts server,
            Supplier<Optional<BootPolicy>> policy,
            InFlight inFlight,
            PacketOut out,
            Counters.Scope counters) {
        this.reader = new QuestionReader(server);
        this.replier = new Replier(server);
        this.policy = policy;
        this.inFlight = inFlight;
        this.out = out;
        this.counters = counters;
    }

    /** One datagram. Must not block; does not keep the buffer. */
    void received(ByteBuffer datagram) {
        counters.count("received");
        Decoded decoded = DhcpParser.parse(datagram);
        if (decoded instanceof Decoded.Malformed malformed) {
            counters.count("malformed");
            LOG.debug("Malformed DHCP message: {}", malformed.reason());
            return;
        }
        Question question = reader.read(((Decoded.Message) decoded).message());
        if (question instanceof Question.Nothing nothing) {
            counters.count(nothing.counter());
        } else if (question instanceof Question.Tell tell) {
            tell(tell);
        } else {
            ask((Question.Ask) question);
        }
    }

    private void tell(Question.Tell tell) {
        boolean declined = tell.kind() == Question.Notice.DECLINED;
        counters.count(declined ? "declines" : "releases");
        policy.get().ifPresent(decider -> {
            try {
                if (declined) {
                    decider.declined(tell.mac(), tell.address());
                } else {
                    decider.released(tell.mac(), tell.address());
                }
            } catch (RuntimeException e) {
                LOG.error("The boot policy failed at what {} says of {}", tell.mac(), tell.address(), e);
            }
        });
    }

    private void ask(Question.Ask question) {
        Optional<BootPolicy> decider = policy.get();
        if (decider.isEmpty()) {
            counters.count("no-policy");
            return;
        }
        InFlight.Entry entry = inFlight.enter(question.id());
        if (entry == InFlight.Entry.DUPLICATE) {
            counters.count("duplicates");
            return;
        }
        if (entry == InFlight.Entry.FULL) {
            counters.count("overload");
            log.warn(
                    "too many machines wait for an answer, so others get none until they ask again",
                    question.client().mac());
            return;
        }
        answer(decider.get(), question).whenComplete((answer, failure) -> {
            if (inFlight.leave(question.id())) {
                guard(() -> answered(question, answer, failure));
            }
        });
    }

    /** What fails here would be lost in the stage. */
    private void guard(Runnable answering) {
        try {
            answering.run();
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            counters.count("answer-failed");
            log.error("an answer could not be made", e);
        }
    }

    private CompletionStage<BootAnswer> answer(BootPolicy decider, Question.Ask question) {
        try {
            return decider.answer(question.client());
        } catch (RuntimeException | LinkageError e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void answered(Question.Ask question, BootAnswer answer, Throwable failure) {
        if (answer == null) {
            counters.count("policy-failed");
            LOG.debug("No answer for {}", question.client().mac());
            log.error("the boot policy failed", failure);
            return;
        }
        Verdict verdict = replier.reply(question, answer);
        if (verdict instanceof Verdict.Silence silence) {
            counters.count(silence.counter());
            LOG.debug("No answer for {}: {}", question.client().mac(), silence.reason());
            return;
        }
        Verdict.Reply reply = (Verdict.Reply) verdict;
        LOG.debug("{} {} for {}", reply.counter(), reply.message().yiaddr(), question.client());
        counters.count(reply.counter());
        out.send(DhcpWriter.write(reply.message(), reply.limit()), reply.to());
        if (answer instanceof BootAnswer.Bootless) {
            counters.count("bootless");
        }
    }

    /** Gives up on what the policy has not answered in time. */
    void sweep() {
        for (int late = inFlight.expire(); late > 0; late--) {
            counters.count("policy-timeouts");
        }
    }
}
