package org.perceus.boot.internal.dhcp;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Packets that real clients sent. */
final class Captures {
    static final List<String> ALL = List.of(
            "bios-ipxe-rom-discover",
            "bios-ipxe-rom-request",
            "uefi-pxe-discover",
            "uefi-pxe-request",
            "uefi-http-discover",
            "uefi-http-request",
            "uefi-ipxe-discover",
            "uefi-ipxe-request",
            "udhcpc-discover",
            "udhcpc-request");

    private Captures() {}

    static byte[] bytes(String name) {
        try (InputStream file = Captures.class.getResourceAsStream(name + ".hex")) {
            String text = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
            StringBuilder digits = new StringBuilder();
            text.lines().filter(line -> !line.startsWith("#")).forEach(digits::append);
            return HexFormat.of().parseHex(digits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DhcpMessage message(String name) {
        return parse(bytes(name));
    }

    static DhcpMessage parse(byte[] packet) {
        Decoded decoded = DhcpParser.parse(ByteBuffer.wrap(packet));
        assertTrue(decoded.toString(), decoded instanceof Decoded.Message);
        return ((Decoded.Message) decoded).message();
    }
}
