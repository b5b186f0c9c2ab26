package org.perceus.doctor.firewall;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.Test;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.firewall.Verdict.Fate;

public class NftRulesTest {
    private static final Ipv4 NODE = Ipv4.parse("10.10.0.100");

    @Test
    public void withoutRulesAllIsAccepted() {
        assertEquals(
                Fate.ACCEPTED,
                NftRules.read("{\"nftables\": []}").verdict(to(67)).fate());
    }

    @Test
    public void followsWhatNftPrints() throws IOException {
        Ruleset rules = NftRules.read(text("nft-mixed.json"));
        assertEquals(
                "in a set with a device", Fate.ACCEPTED, rules.verdict(to(67)).fate());
        assertEquals("by a range", Fate.ACCEPTED, rules.verdict(to(40000)).fate());
        assertEquals(
                "whatever the transport", Fate.ACCEPTED, rules.verdict(to(53)).fate());
        assertEquals(
                "by the sender's prefix",
                Fate.ACCEPTED,
                rules.verdict(tcp(NODE, 9870)).fate());
        Verdict other = rules.verdict(tcp(Ipv4.parse("10.20.0.7"), 9870));
        assertEquals("the rule with handle 18 in inet filter input", other.cause());
        assertEquals(Fate.DROPPED, other.fate());
        assertEquals("inet filter input", other.chain());
        assertEquals(
                "by a map",
                Fate.ACCEPTED,
                rules.verdict(new Packet("eth1", "tcp", NODE, 1, true)).fate());
        Verdict policy = rules.verdict(to(1000));
        assertEquals(Fate.DROPPED, policy.fate());
        assertEquals("the policy of inet filter input", policy.cause());
    }

    @Test
    public void otherDevicesAreMatchedByName() throws IOException {
        Ruleset rules = NftRules.read(text("nft-mixed.json"));
        assertEquals(
                Fate.ACCEPTED,
                rules.verdict(new Packet("enp3s0", "udp", NODE, 1, false)).fate());
        assertEquals(
                Fate.DROPPED,
                rules.verdict(new Packet("wlan0", "udp", NODE, 67, false)).fate());
    }

    @Test
    public void whatIsNotUnderstoodIsDoubted() {
        String accepts = chain("drop", "[{\"fib\": {}}, {\"accept\": null}]");
        assertEquals(Fate.UNDECIDED, NftRules.read(accepts).verdict(to(67)).fate());
        String drops = chain(
                "accept",
                "[{\"match\": {\"op\": \"==\", \"left\": {\"payload\": {\"protocol\": \"ip\","
                        + " \"field\": \"saddr\"}}, \"right\": \"@known\"}}, {\"drop\": null}]");
        assertEquals(Fate.UNDECIDED, NftRules.read(drops).verdict(to(67)).fate());
        String counts = chain("accept", "[{\"fib\": {}}, {\"counter\": null}]");
        assertEquals(
                "what only counts",
                Fate.ACCEPTED,
                NftRules.read(counts).verdict(to(67)).fate());
        String early = chain("accept", "[{\"accept\": null}], [{\"fib\": {}}, {\"drop\": null}]");
        assertEquals(
                "it is not reached",
                Fate.ACCEPTED,
                NftRules.read(early).verdict(to(67)).fate());
    }

    private static String chain(String policy, String rules) {
        StringBuilder text = new StringBuilder("{\"nftables\": [{\"chain\": {\"family\": \"ip\", \"table\": \"t\","
                + " \"name\": \"c\", \"hook\": \"input\", \"policy\": \"" + policy + "\"}}");
        int handle = 1;
        for (String rule : rules.split("(?<=\\]), ")) {
            text.append(", {\"rule\": {\"family\": \"ip\", \"table\": \"t\", \"chain\": \"c\", \"handle\": ")
                    .append(handle++)
                    .append(", \"expr\": ")
                    .append(rule)
                    .append("}}");
        }
        return text.append("]}").toString();
    }

    private static Packet to(int port) {
        return new Packet("eth1", "udp", NODE, port, false);
    }

    private static Packet tcp(Ipv4 source, int port) {
        return new Packet("eth1", "tcp", source, port, false);
    }

    private static String text(String name) throws IOException {
        try (InputStream in = NftRulesTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
