package org.perceus.simulator.node;

import java.net.Inet4Address;
import java.util.function.Consumer;
import org.perceus.simulator.http.HttpAnswer;
import org.perceus.simulator.http.HttpConnection;
import org.perceus.simulator.http.HttpRequest;
import org.perceus.simulator.http.HttpTarget;

/** Asks the server as Perceus OS and the agent do: each time by a connection of its own, until there is an answer. */
final class Persistence {
    private static final int MOST_FAILURES = 30;

    private final Machine machine;
    private final Inet4Address from;
    private final HttpTarget server;

    Persistence(Machine machine, Inet4Address from, HttpTarget server) {
        this.machine = machine;
        this.from = from;
        this.server = server;
    }

    /**
     * Asks until the server has done what it was asked, or refuses.
     *
     * @param what for the sentence when it does not
     */
    void ask(String what, HttpRequest request, Consumer<HttpAnswer> done) {
        ask(what, request, connection -> {}, done, 0);
    }

    /**
     * The same for an answer that may be long.
     *
     * @param begun gets each connection on which it is asked
     */
    void ask(String what, HttpRequest request, Consumer<HttpConnection> begun, Consumer<HttpAnswer> done) {
        ask(what, request, begun, done, 0);
    }

    /**
     * Tells the server something that is worth nothing later: once, and whatever comes of it, as the node may have entered its
     * system meanwhile.
     */
    void mention(HttpRequest request, Runnable done) {
        new HttpConnection(machine.site().loop(), from, server.address(), Patience.CONNECT_SECONDS)
                .ask(request, answer -> {
                    machine.site().observer().count(Incident.HTTP);
                    done.run();
                });
    }

    private void ask(
            String what, HttpRequest request, Consumer<HttpConnection> begun, Consumer<HttpAnswer> done, int failures) {
        HttpConnection connection =
                new HttpConnection(machine.site().loop(), from, server.address(), Patience.CONNECT_SECONDS);
        connection.ask(request, answer -> {
            machine.site().observer().count(Incident.HTTP);
            if (answer.done()) {
                done.accept(answer);
            } else if (answer.refused() || failures == MOST_FAILURES) {
                machine.fail(what + ": " + answer.words());
            } else {
                machine.site().observer().count(Incident.HTTP_REPEATED);
                long pause = answer.retrySeconds().isPresent()
                        ? Patience.waitMillis(answer.retrySeconds().getAsInt())
                        : Patience.backOffMillis(failures);
                machine.site().loop().after(pause, () -> ask(what, request, begun, done, failures + 1));
            }
        });
        begun.accept(connection);
    }
}
