package org.perceus.simulator.node;

import java.net.Inet4Address;
import java.util.Optional;
import java.util.function.Consumer;
import org.perceus.simulator.dhcp.DhcpExchange;
import org.perceus.simulator.dhcp.DhcpReply;
import org.perceus.simulator.http.HttpAnswer;
import org.perceus.simulator.http.HttpConnection;
import org.perceus.simulator.http.HttpRequest;
import org.perceus.simulator.http.HttpTarget;

/** iPXE: an address, its script, and what the script loads, by one connection. Belongs to the loop's thread. */
final class Ipxe {
    private static final int CONNECT_SECONDS = 60;
    private static final int SCRIPT_ROOM = 64 << 10;

    private final Machine machine;
    private final Next next;
    private Inet4Address address;
    private HttpTarget script;
    private HttpConnection connection;

    /** The kernel that was loaded. */
    interface Next {
        void start(Inet4Address address, HttpTarget server, String claim);
    }

    Ipxe(Machine machine, Next next) {
        this.machine = machine;
        this.next = next;
    }

    void start() {
        long began = machine.begin(Step.IPXE);
        DhcpExchange.begin(
                machine.site().loop(),
                machine.site().dhcp(),
                machine.site().behaviour().firmware().loaded(),
                machine.mac(),
                machine.counting(Incident.DHCP_REPEATED),
                lease -> {
                    machine.took(Step.IPXE, began);
                    leased(lease);
                },
                reason -> machine.fail("iPXE got " + reason));
    }

    private void leased(DhcpReply lease) {
        Optional<HttpTarget> target = HttpTarget.of(lease.file());
        if (target.isEmpty()) {
            machine.fail("iPXE got no URL of a script, but: " + lease.file());
            return;
        }
        address = lease.address();
        script = target.get();
        connection = new HttpConnection(machine.site().loop(), address, script.address(), CONNECT_SECONDS);
        long began = machine.begin(Step.IPXE_SCRIPT);
        ask(HttpRequest.ofIpxe(script, SCRIPT_ROOM), answer -> {
            machine.took(Step.IPXE_SCRIPT, began);
            if (answer.done()) {
                follow(IpxeScript.of(answer.text()));
            } else {
                machine.fail("iPXE got no script: " + answer.words());
            }
        });
    }

    /** iPXE comes back by itself when a server that is busy says when. */
    private void ask(HttpRequest request, Consumer<HttpAnswer> then) {
        connection.ask(request, answer -> {
            machine.site().observer().count(Incident.HTTP);
            if (answer.status() == 503 && answer.retrySeconds().isPresent()) {
                machine.site().observer().waits(answer.text().strip());
                machine.site().loop().after(1000L * answer.retrySeconds().getAsInt(), () -> ask(request, then));
            } else {
                then.accept(answer);
            }
        });
    }

    private void follow(IpxeScript told) {
        if (told.files().isEmpty() || told.claim().isEmpty()) {
            leave();
            machine.restart(told.pauseSeconds());
        } else {
            load(told, 0, machine.begin(Step.PERCEUS_OS));
        }
    }

    private void load(IpxeScript told, int number, long began) {
        if (number == told.files().size()) {
            machine.took(Step.PERCEUS_OS, began);
            leave();
            HttpTarget server = told.server().flatMap(HttpTarget::of).orElse(script);
            next.start(address, server, told.claim().orElseThrow());
            return;
        }
        HttpTarget file = HttpTarget.of(told.files().get(number)).orElse(script);
        ask(HttpRequest.ofIpxe(file, machine.site().behaviour().portion()), answer -> {
            if (answer.done()) {
                load(told, number + 1, began);
            } else {
                leave();
                machine.restart(told.pauseSeconds());
            }
        });
    }

    private void leave() {
        connection.close();
    }
}
