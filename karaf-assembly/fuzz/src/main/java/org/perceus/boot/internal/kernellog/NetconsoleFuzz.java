package org.perceus.boot.internal.kernellog;

import java.nio.ByteBuffer;
import java.util.List;
import org.perceus.fuzz.Promise;

/** A datagram of a kernel's netconsole. */
public final class NetconsoleFuzz {
    private NetconsoleFuzz() {}

    /** One datagram. */
    public static void fuzzerTestOneInput(byte[] datagram) {
        List<String> lines = NetconsolePacket.lines(ByteBuffer.wrap(datagram));
        Promise.kept(lines.stream().mapToInt(String::length).sum() <= datagram.length, "lines are no more than came");
        for (String line : lines) {
            Promise.kept(!line.isBlank(), "there are no empty lines");
            Promise.kept(line.chars().noneMatch(Character::isISOControl), "lines have no control characters");
            Promise.kept(
                    line.codePoints().noneMatch(c -> Character.getType(c) == Character.FORMAT),
                    "lines turn no direction of writing");
        }
    }
}
