package org.perceus.boot.internal.dhcp;

import java.io.IOException;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.perceus.boot.internal.net.LiveServer;
import org.perceus.boot.internal.net.PacketLoop;
import org.perceus.boot.internal.net.PacketReceiver;

/** The thread that receives for an exchange, and the timer that gives up what the policy has not answered. */
final class ExchangeLoop implements LiveServer {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long SWEEP_MILLIS = 250;

    private final PacketLoop loop;
    private final ScheduledFuture<?> sweeping;

    /**
     * Starts.
     *
     * @param name for the thread
     * @param channel the bound socket, closed with this
     * @param receiver takes what comes, to the exchange in the end
     * @throws IOException when the system has no selector to give; the socket is closed
     */
    ExchangeLoop(
            String name,
            DatagramChannel channel,
            PacketReceiver receiver,
            DhcpExchange exchange,
            ScheduledExecutorService scheduler)
            throws IOException {
        this.loop = new PacketLoop(name, channel, receiver);
        this.sweeping =
                scheduler.scheduleWithFixedDelay(exchange::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Room for so many questions at once, each for as long as the policy may take. */
    static InFlight inFlight(int most) {
        return new InFlight(most, PATIENCE, System::nanoTime);
    }

    @Override
    public boolean isAlive() {
        return loop.isAlive() && !sweeping.isDone();
    }

    @Override
    public void close() {
        sweeping.cancel(false);
        loop.close();
    }
}
