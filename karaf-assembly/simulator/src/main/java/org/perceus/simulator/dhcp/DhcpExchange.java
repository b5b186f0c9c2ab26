package org.perceus.simulator.dhcp;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.perceus.simulator.io.EventLoop;
import org.perceus.simulator.io.Retransmission;

/** Gets one address: DISCOVER, OFFER, REQUEST, ACK, repeated with the same transaction. Belongs to the loop's thread. */
public final class DhcpExchange {
    private final EventLoop loop;
    private final DhcpPort port;
    private final Persona persona;
    private final Mac mac;
    private final Consumer<DhcpReply> got;
    private final Consumer<String> failed;
    private final Retransmission retransmission;
    private final int transaction = ThreadLocalRandom.current().nextInt();
    private final long began;
    private Optional<DhcpReply> offer = Optional.empty();

    private DhcpExchange(
            EventLoop loop,
            DhcpPort port,
            Persona persona,
            Mac mac,
            Runnable repeated,
            Consumer<DhcpReply> got,
            Consumer<String> failed) {
        this.loop = loop;
        this.port = port;
        this.persona = persona;
        this.mac = mac;
        this.got = got;
        this.failed = failed;
        this.retransmission = new Retransmission(loop, repeated, this::giveUp);
        this.began = loop.now();
    }

    /**
     * Begins.
     *
     * @param repeated is told of each repetition
     * @param got is told what the server confirmed
     * @param failed is told in a sentence why there is no address
     */
    public static void begin(
            EventLoop loop,
            DhcpPort port,
            Persona persona,
            Mac mac,
            Runnable repeated,
            Consumer<DhcpReply> got,
            Consumer<String> failed) {
        DhcpExchange exchange = new DhcpExchange(loop, port, persona, mac, repeated, got, failed);
        port.listen(mac, exchange.transaction, exchange::received);
        exchange.retransmission.begin(exchange::send);
    }

    private void send() {
        int seconds = (int) ((loop.now() - began) / 1000);
        port.send(new DhcpRequest(persona, mac, transaction, seconds, offer, port.relay()));
    }

    private void received(DhcpReply reply) {
        if (offer.isEmpty()) {
            // firmware takes only an offer that says what to boot
            if (reply.type() == DhcpReply.OFFER && !reply.file().isEmpty()) {
                offer = Optional.of(reply);
                retransmission.begin(this::send);
            }
        } else if (reply.type() == DhcpReply.ACK) {
            end();
            got.accept(reply);
        } else if (reply.type() == DhcpReply.NAK) {
            end();
            failed.accept("DHCP refuses the address that it offered: " + reply.message());
        }
    }

    private void giveUp() {
        end();
        failed.accept(
                offer.isEmpty() ? "no offer by DHCP with a boot file" : "no confirmation by DHCP after the offer");
    }

    private void end() {
        retransmission.stop();
        port.forget(mac, transaction);
    }
}
