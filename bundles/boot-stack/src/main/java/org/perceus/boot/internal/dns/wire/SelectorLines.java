package org.perceus.boot.internal.dns.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.UnsupportedAddressTypeException;
import org.perceus.boot.internal.dns.forward.Line;
import org.perceus.boot.internal.dns.forward.Resolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lines by sockets of a loop. Each has a port of its own, which the kernel picks at random, and hears its resolver alone. */
public final class SelectorLines implements Line.Opener {
    private static final Logger LOG = LoggerFactory.getLogger(SelectorLines.class);
    private static final int ROOM = 4096;

    private final Loop loop;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(ROOM);

    /** Opens nothing yet. */
    public SelectorLines(Loop loop) {
        this.loop = loop;
    }

    @Override
    public Line open(Resolver resolver, boolean stream, byte[] message, Line.Ear ear) {
        try {
            return stream
                    ? StreamLine.open(loop, resolver, message, ear)
                    : DatagramLine.open(loop, resolver, message, ear, buffer);
        } catch (IOException | UnsupportedAddressTypeException e) {
            LOG.debug("{} is not asked", resolver, e);
            Unreachable line = new Unreachable(ear);
            loop.later(line::tell);
            return line;
        }
    }

    /** A line that could not be opened, which is said when the one who wanted it has it. */
    private static final class Unreachable implements Line {
        private final Ear ear;
        private boolean open = true;

        private Unreachable(Ear ear) {
            this.ear = ear;
        }

        private void tell() {
            if (open) {
                ear.failed();
            }
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
