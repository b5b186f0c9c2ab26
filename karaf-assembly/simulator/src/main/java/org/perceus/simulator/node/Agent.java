package org.perceus.simulator.node;

import java.net.Inet4Address;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.perceus.simulator.http.HttpConnection;
import org.perceus.simulator.http.HttpRequest;
import org.perceus.simulator.http.HttpTarget;

/** The agent of the second system: says that the node is ready, then that it lives. Belongs to the loop's thread. */
final class Agent {
    private static final int SENTENCE = 1000;
    private static final int LEAST_PAUSE_MILLIS = 55_000;
    private static final int JITTER_MILLIS = 10_000;

    private final Machine machine;
    private final Inet4Address address;
    private final HttpTarget target;
    private final String token;
    private final Runnable ready;

    Agent(Machine machine, Inet4Address address, HttpTarget server, String token, Runnable ready) {
        this.machine = machine;
        this.address = address;
        this.target = server.at("/node/event");
        this.token = token;
        this.ready = ready;
    }

    void start() {
        long began = machine.begin(Step.READY);
        String event = "event=ready\nkernel=simulated\nclock=" + Instant.now().getEpochSecond() + "\n";
        new Persistence(machine, address, target)
                .ask("the word that it is ready was refused", request(event), answer -> {
                    machine.took(Step.READY, began);
                    ready.run();
                    if (machine.site().behaviour().checkIns()) {
                        pause();
                    }
                });
    }

    private HttpRequest request(String event) {
        return HttpRequest.post(target, token, event, SENTENCE);
    }

    private void pause() {
        long pause = LEAST_PAUSE_MILLIS + ThreadLocalRandom.current().nextInt(JITTER_MILLIS);
        machine.site().loop().after(pause, this::checkIn);
    }

    private void checkIn() {
        HttpConnection connection =
                new HttpConnection(machine.site().loop(), address, target.address(), Patience.CONNECT_SECONDS);
        connection.ask(request("event=checkin\nuptime=60\nload=0.1\n"), answer -> {
            if (answer.done()) {
                machine.site().observer().count(Incident.CHECK_IN);
            }
            pause();
        });
    }
}
