package org.perceus.simulator.node;

import java.util.OptionalLong;
import java.util.function.IntConsumer;
import org.perceus.simulator.http.HttpConnection;
import org.perceus.simulator.io.EventLoop;

/** An artifact on its way, of which is told once a second how much has come. Belongs to the loop's thread. */
final class Download {
    private static final long SECOND = 1000;

    private final EventLoop loop;
    private final long octets;
    private final IntConsumer percent;

    /**
     * @param octets how many there will be
     * @param percent is told how many of them are there
     */
    Download(EventLoop loop, long octets, IntConsumer percent) {
        this.loop = loop;
        this.octets = Math.max(1, octets);
        this.percent = percent;
    }

    /** Watches a connection until what was asked on it is answered. */
    void watch(HttpConnection connection) {
        loop.after(SECOND, () -> tell(connection));
    }

    private void tell(HttpConnection connection) {
        OptionalLong come = connection.octets();
        if (come.isPresent()) {
            percent.accept((int) Math.min(100, come.getAsLong() * 100 / octets));
            watch(connection);
        }
    }
}
