package org.perceus.boot.internal.tftp;

import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Knows which requests are repeats that lay in the server's queue until their transfer was under way or over: nobody waits for
 * what they ask for any more. Belongs to the server's thread.
 */
final class LateRepeats {
    /** A client that wants the same again by the same port asks more than once. */
    private static final long LATE = TimeUnit.SECONDS.toNanos(3);

    private static final int MOST = 32_768;

    private record Begun(TftpPacket.ReadRequest request, long at) {}

    private final Map<InetSocketAddress, Begun> begun = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetSocketAddress, Begun> eldest) {
            return size() > MOST;
        }
    };

    /** A transfer begins. */
    void begins(TftpPacket.ReadRequest request, InetSocketAddress peer, long now) {
        begun.remove(peer);
        begun.put(peer, new Begun(request, now));
    }

    /** A transfer ended otherwise than by all having arrived: whoever asks again means it. */
    void failed(InetSocketAddress peer) {
        begun.remove(peer);
    }

    boolean isOne(TftpPacket.ReadRequest request, InetSocketAddress peer, long now) {
        Begun known = begun.get(peer);
        return known != null && known.request().equals(request) && now - known.at() < LATE;
    }
}
