package org.perceus.boot.internal.dhcp;

import static org.junit.Assert.assertEquals;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.perceus.boot.internal.limit.SparseLog;
import org.perceus.boot.internal.net.Counters;
import org.slf4j.LoggerFactory;

public class SystemSendersTest {
    private final Counters counters = new Counters();
    private final List<Integer> passed = new ArrayList<>();
    private final SystemSenders senders = new SystemSenders(
            (packet, sender) -> passed.add(sender.getPort()),
            6767,
            counters.scope("dhcp.eth1"),
            new SparseLog(LoggerFactory.getLogger(SystemSendersTest.class), "test", System::nanoTime));

    @Test
    public void whatNoUserCanSendIsTakenAndAllElseIsCounted() {
        for (int port : List.of(68, 67, 1, 1023, 1024, 6767, 6768, 40_000, 65_535)) {
            senders.received(ByteBuffer.allocate(300), new InetSocketAddress("192.0.2.1", port));
        }
        assertEquals(List.of(68, 67, 1, 1023, 6767), passed);
        assertEquals(Long.valueOf(4), counters.counters().get("dhcp.eth1.of-users"));
    }
}
