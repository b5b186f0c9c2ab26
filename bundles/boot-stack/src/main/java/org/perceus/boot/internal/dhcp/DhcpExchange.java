package org.perceus.boot.internal.dhcp;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.BootPolicy;
import org.perceus.boot.BootProgram;
import org.perceus.boot.internal.limit.SparseLog;
import org.perceus.boot.internal.net.Counters;
import org.perceus.boot.internal.net.NeighborTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a datagram to the policy and its answer to the wire. No sockets. Thread-safe. */
final class DhcpExchange {
    private static final Logger LOG = LoggerFactory.getLogger(DhcpExchange.class);

    private final Replies replies;
    private final Supplier<Optional<BootPolicy>> policy;
    private final InFlight inFlight;
    private final PacketOut out;
    private final DirectReplies direct;
    private final Counters.Scope counters;
    private final SparseLog log = new SparseLog(LOG, "DHCP", System::nanoTime);

    /** Where replies go. */
    interface PacketOut {
        void send(ByteBuffer packet, InetSocketAddress to);
    }

    DhcpExchange(
            Replies replies,
            Supplier<Optional<BootPolicy>> policy,
            InFlight inFlight,
            PacketOut out,
            NeighborTable neighbors,
            Counters.Scope counters) {
        this.replies = replies;
        this.policy = policy;
        this.inFlight = inFlight;
        this.out = out;
        this.direct = new DirectReplies(neighbors, log);
        this.counters = counters;
    }

    /** One datagram, as somebody reads it. Must not block; does not keep the buffer. */
    void received(ByteBuffer datagram, Classifier classifier) {
        counters.count("received");
        Decoded decoded = DhcpParser.parse(datagram);
        if (decoded instanceof Decoded.Malformed malformed) {
            counters.count("malformed");
            LOG.debug("Malformed DHCP message: {}", malformed.reason());
            return;
        }
        Decoded.Message read = (Decoded.Message) decoded;
        read.damage().ifPresent(damage -> {
            counters.count("damaged");
            LOG.debug("A DHCP message of {} is damaged: {}", read.message().hardwareAddress(), damage);
        });
        ClientMessage message = classifier.read(read.message());
        if (message instanceof ClientMessage.Ignored ignored) {
            counters.count(ignored.counter());
        } else if (message instanceof ClientMessage.Notification notification) {
            tell(notification);
        } else {
            ask((ClientMessage.Query) message);
        }
    }

    private void tell(ClientMessage.Notification notification) {
        counters.count(notification.kind().counter());
        policy.get().ifPresent(decider -> {
            try {
                switch (notification.kind()) {
                    case DECLINED -> decider.declined(notification.mac(), notification.address());
                    case RELEASED -> decider.released(notification.mac(), notification.address());
                    case TAKEN -> decider.taken(notification.mac(), notification.address());
                }
            } catch (RuntimeException e) {
                LOG.error(
                        "The boot policy failed at what {} says of {}", notification.mac(), notification.address(), e);
            }
        });
    }

    private void ask(ClientMessage.Query query) {
        Optional<BootPolicy> decider = policy.get();
        if (decider.isEmpty()) {
            counters.count("no-policy");
            return;
        }
        InFlight.Entry entry = inFlight.enter(query.id());
        if (entry == InFlight.Entry.DUPLICATE) {
            counters.count("duplicates");
            return;
        }
        if (entry == InFlight.Entry.FULL) {
            counters.count("overload");
            log.warn(
                    "too many machines wait for an answer, so others get none until they ask again",
                    query.client().mac());
            return;
        }
        answer(decider.get(), query).whenComplete((answer, failure) -> {
            if (inFlight.leave(query.id())) {
                guard(() -> answered(query, answer, failure));
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

    private CompletionStage<BootAnswer> answer(BootPolicy decider, ClientMessage.Query query) {
        try {
            return decider.answer(query.client());
        } catch (RuntimeException | LinkageError e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void answered(ClientMessage.Query query, BootAnswer answer, Throwable failure) {
        if (answer == null) {
            counters.count("policy-failed");
            LOG.debug("No answer for {}", query.client().mac());
            log.error("the boot policy failed", failure);
            return;
        }
        Response response = replies.reply(query, answer);
        if (response instanceof Response.NoReply silence) {
            counters.count(silence.counter());
            LOG.debug("No answer for {}: {}", query.client().mac(), silence.reason());
            return;
        }
        Response.Reply reply = (Response.Reply) response;
        LOG.debug("{} {} for {}", reply.counter(), reply.message().yiaddr(), query.client());
        counters.count(reply.counter());
        out.send(DhcpWriter.write(reply.message(), reply.limit()), reply.to());
        direct.way(query, reply).ifPresent(way -> {
            counters.count("unicasts");
            out.send(DhcpWriter.write(reply.message(), reply.limit()), way);
        });
        if (answer instanceof BootAnswer.Serve serve && serve.program() instanceof BootProgram.Missing) {
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
