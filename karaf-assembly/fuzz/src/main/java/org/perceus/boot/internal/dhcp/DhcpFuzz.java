package org.perceus.boot.internal.dhcp;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.AddressLease;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.BootProgram;
import org.perceus.boot.DhcpOption;
import org.perceus.boot.DhcpRole;
import org.perceus.fuzz.Promise;

/** A datagram on the DHCP server's port: what it is taken for, and what is answered. */
public final class DhcpFuzz {
    private static final Ipv4Address ADDRESS = Ipv4Address.of(0x0a000009);
    private static final Dialogue SERVER = Dialogue.of(facts(DhcpRole.SERVER));
    private static final Dialogue PROXY = Dialogue.of(facts(DhcpRole.PROXY));
    private static final Classifier BOOT_SERVER = new BootServerClassifier(
            new Queries(facts(DhcpRole.PROXY)), Ipv4Address.of(0x0a000009).at(4011));
    private static final AddressLease LEASE = new AddressLease(
            ADDRESS,
            24,
            Optional.of(Ipv4Address.of(0x0a0000fe)),
            List.of(Ipv4Address.of(0x0a000002), Ipv4Address.of(0x0a000003)),
            Optional.of("n0009"),
            Optional.of("cluster.example"),
            Duration.ofSeconds(800),
            List.of(new DhcpOption(224, new byte[600], true), new DhcpOption(42, new byte[4], false)),
            true);
    private static final List<BootAnswer> ANSWERS = List.of(
            new BootAnswer.Serve(Optional.of(LEASE), new BootProgram.File("ipxe.efi")),
            new BootAnswer.Refuse("it is of another network"),
            new BootAnswer.Serve(Optional.empty(), new BootProgram.File("snponly.efi")));
    private static final int LARGEST = 4096;
    private static final int SMALLEST = 300;
    private static final int HEADER_AND_END = 241;

    private DhcpFuzz() {}

    /** One datagram. */
    public static void fuzzerTestOneInput(byte[] datagram) {
        if (DhcpParser.parse(ByteBuffer.wrap(datagram)) instanceof Decoded.Message decoded) {
            DhcpMessage message = decoded.message();
            bounded(message.options(), datagram.length);
            writtenAndRead(message);
            answered(SERVER.classifier(), SERVER.replies(), message);
            answered(PROXY.classifier(), PROXY.replies(), message);
            answered(BOOT_SERVER, PROXY.replies(), message);
        }
    }

    private static void answered(Classifier classifier, Replies replies, DhcpMessage message) {
        if (classifier.read(message) instanceof ClientMessage.Query query) {
            ANSWERS.forEach(answer -> answered(query, replies.reply(query, answer)));
        }
    }

    private static ServerFacts facts(DhcpRole role) {
        return new ServerFacts(Ipv4Address.of(0x0a000001), URI.create("http://10.0.0.1:9870"), role, 67);
    }

    private static void bounded(DhcpOptions options, int octets) {
        int sum = options.all().values().stream().mapToInt(Octets::length).sum();
        Promise.kept(sum <= octets, "options are no longer than their message");
    }

    private static void writtenAndRead(DhcpMessage message) {
        ByteBuffer written = DhcpWriter.write(message, 2 * LARGEST);
        if (written.remaining() <= LARGEST) {
            Decoded again = DhcpParser.parse(written);
            Promise.equal(new Decoded.Message(message, Optional.empty()), again, "what is written is read again");
        }
    }

    private static void answered(ClientMessage.Query query, Response response) {
        if (response instanceof Response.Reply reply) {
            ByteBuffer written = DhcpWriter.write(reply.message(), reply.limit());
            int length = written.remaining();
            Promise.kept(length >= SMALLEST && length <= reply.limit(), "a reply fits its client");
            Decoded.Message again = (Decoded.Message) DhcpParser.parse(written);
            Promise.kept(again.damage().isEmpty(), "a reply is well formed");
            Promise.equal(query.message().xid(), again.message().xid(), "a reply has the number of its request");
            query.message()
                    .options()
                    .get(OptionCode.RELAY_AGENT)
                    .filter(relay -> wire(relay) <= reply.limit() - HEADER_AND_END)
                    .ifPresent(relay -> Promise.equal(
                            Optional.of(relay),
                            again.message().options().get(OptionCode.RELAY_AGENT),
                            "a relay gets its option back"));
        }
    }

    private static int wire(Octets value) {
        return value.length() + 2 * Math.max(1, (value.length() + 254) / 255);
    }
}
