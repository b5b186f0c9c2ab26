package org.perceus.simulator.report;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import org.perceus.simulator.dhcp.Mac;
import org.perceus.simulator.node.Incident;
import org.perceus.simulator.node.Step;

public class RecordTest {
    private final Record record = new Record();

    @Test
    public void percentilesAreTimesThatWereTaken() {
        for (int i = 100; i > 0; i--) {
            record.took(Step.BOOT, i);
        }
        assertEquals(50, record.of(Step.BOOT).percentile(50));
        assertEquals(99, record.of(Step.BOOT).percentile(99));
        assertEquals(100, record.of(Step.BOOT).percentile(100));
        assertEquals(0, record.of(Step.READY).percentile(99));
    }

    @Test
    public void saysHowManyFailedAndWhy() {
        Mac mac = new Mac(1);
        record.ready(mac);
        record.failed(mac, "no \"offer\"");
        record.failed(new Mac(2), "no \"offer\"");
        record.waits("the server is busy");
        record.count(Incident.DHCP_REPEATED);
        Outcome outcome = new Outcome(3, 2000, 6, 250, 4, record);
        String json = OutcomeJson.of(outcome);
        assertTrue(json, json.startsWith("{\"nodes\":3,\"ready\":1,\"failed\":2,\"ms\":2000,\"nodesPerSecond\":0.5,"));
        assertTrue(json, json.contains("\"dhcpRepeated\":1"));
        assertTrue(json, json.contains("\"waits\":{\"the server is busy\":1}"));
        assertTrue(json, json.endsWith("\"failures\":{\"no \\\"offer\\\"\":2}}"));
        String text = OutcomeText.of(outcome);
        assertTrue(text, text.contains("2  failed: no \"offer\" (such as 00:00:00:00:00:01)\n"));
        assertTrue(text, text.contains("up to 250 ms late itself"));
        assertTrue(text, text.contains("4  waits of nodes until the simulation had a socket"));
        assertTrue(text, text.contains("1 of 3 nodes ready, 2 failed, in 2.0 s"));
    }

    @Test
    public void reasonsAreBounded() {
        for (int i = 0; i < 1000; i++) {
            record.failed(new Mac(i), "reason " + i);
        }
        assertEquals(51, record.failures().size());
        assertEquals(Integer.valueOf(950), record.failures().get("other reasons"));
    }
}
