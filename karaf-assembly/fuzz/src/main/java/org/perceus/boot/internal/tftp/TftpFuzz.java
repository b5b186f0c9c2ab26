package org.perceus.boot.internal.tftp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.perceus.fuzz.Promise;

/** A datagram on a port of the TFTP server: what it asks for, and on what terms. */
public final class TftpFuzz {
    private static final int LONGEST_NAME = 255;
    private static final int LARGEST_BLOCK = 1468;
    private static final long FILE = 40_000_000_000L;

    private TftpFuzz() {}

    /** One datagram. */
    public static void fuzzerTestOneInput(byte[] datagram) {
        TftpPacket packet = TftpParser.parse(ByteBuffer.wrap(datagram));
        if (packet instanceof TftpPacket.ReadRequest request) {
            Promise.kept(request.name().length() <= LONGEST_NAME, "names are bounded");
            Promise.equal(request, TftpParser.parse(written(request)), "what is written is read again");
            agreed(request, Terms.agree(request.options(), FILE, LARGEST_BLOCK));
            meant(FileName.meantBy(request.name()));
        } else if (packet instanceof TftpPacket.Error error) {
            Promise.equal(
                    error,
                    TftpParser.parse(TftpWriter.error(error.code(), error.message())),
                    "what is written is read again");
        }
    }

    private static void agreed(TftpPacket.ReadRequest request, Terms terms) {
        Promise.kept(terms.blockSize() >= 8 && terms.blockSize() <= LARGEST_BLOCK, "blocks fit the network");
        Promise.kept(terms.window() >= 1 && terms.window() <= 64, "windows are bounded");
        terms.timeout()
                .ifPresent(time -> Promise.kept(
                        !time.isNegative() && !time.isZero() && time.toSeconds() <= 30, "pauses are bounded"));
        Promise.kept(
                request.options().keySet().containsAll(terms.acknowledged().keySet()),
                "nothing is acknowledged that was not asked for");
        Promise.kept(TftpWriter.optionsAck(terms.acknowledged()).remaining() <= 100, "acknowledgements are small");
    }

    private static void meant(String name) {
        Promise.kept(
                !name.startsWith("/") && !name.startsWith("./") && name.indexOf('\\') < 0,
                "names begin with no folder");
        Promise.kept(name.chars().allMatch(c -> c > ' ' && c < 0x7f), "names are printable");
        Promise.equal(name, FileName.meantBy(name), "a name means itself");
    }

    private static ByteBuffer written(TftpPacket.ReadRequest request) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.write(0);
        octets.write(TftpParser.READ);
        text(octets, request.name());
        text(octets, request.mode());
        request.options().forEach((name, value) -> {
            text(octets, name);
            text(octets, value);
        });
        return ByteBuffer.wrap(octets.toByteArray());
    }

    private static void text(ByteArrayOutputStream octets, String text) {
        octets.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        octets.write(0);
    }
}
