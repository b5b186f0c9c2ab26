package org.perceus.boot.internal.dns.zone;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;
import org.perceus.boot.internal.dns.TestNames;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

public class ZonesTest {
    private TestNames names = TestNames.sample();
    private Zones zones = zones(false);

    private static Zones zones(boolean forwardPrivate) {
        return new Zones(new NameServer("perceus", TestNames.address("10.10.0.1"), forwardPrivate));
    }

    /** The resolution in short: what is done, the answers, and the zone of a negative one. */
    private String ask(String name, int type) {
        Resolution resolution = zones.decide(TestNames.question(name, type), names);
        if (resolution instanceof Resolution.Authoritative own) {
            Answer answer = own.answer();
            String zone = answer.authority().stream()
                    .map(record -> " in " + record.getName())
                    .collect(Collectors.joining());
            return (Rcode.string(answer.rcode()) + " " + data(answer.records())).strip() + zone;
        }
        return resolution instanceof Resolution.Forward ? "forward" : "refuse";
    }

    private static String data(List<Record> records) {
        return records.stream().map(Record::rdataToString).collect(Collectors.joining(" "));
    }

    @Test
    public void knowsNodesByBothNames() {
        assertEquals("NOERROR 10.10.0.101", ask("n0001.cluster.example", Type.A));
        assertEquals("NOERROR 10.10.0.101", ask("N0001.Cluster.EXAMPLE", Type.A));
        assertEquals("NOERROR 10.10.0.101", ask("n0001", Type.A));
        assertEquals("NOERROR n0001.cluster.example.", ask("101.0.10.10.in-addr.arpa", Type.PTR));
    }

    @Test
    public void keepsTheCaseOfTheQuestion() {
        Record question = TestNames.question("N0001.ClusteR.example", Type.A);
        Answer answer = ((Resolution.Authoritative) zones.decide(question, names)).answer();
        assertEquals("N0001.ClusteR.example.", answer.records().get(0).getName().toString());
    }

    @Test
    public void saysAtOnceWhatIsNotThere() {
        assertEquals("NXDOMAIN in cluster.example.", ask("n0009.cluster.example", Type.A));
        assertEquals("NXDOMAIN in cluster.example.", ask("deep.n0001.cluster.example", Type.A));
        assertEquals("NOERROR in cluster.example.", ask("n0001.cluster.example", Type.AAAA));
        assertEquals("NOERROR", ask("n0001", Type.AAAA));
        assertEquals("NXDOMAIN", ask("n0009", Type.A));
        assertEquals("NXDOMAIN in 0.10.10.in-addr.arpa.", ask("9.0.10.10.in-addr.arpa", Type.PTR));
        assertEquals("NXDOMAIN in 0.10.10.in-addr.arpa.", ask("x.101.0.10.10.in-addr.arpa", Type.PTR));
        assertEquals("NOERROR in 0.10.10.in-addr.arpa.", ask("101.0.10.10.in-addr.arpa", Type.A));
    }

    @Test
    public void knowsItself() {
        assertEquals("NOERROR 10.10.0.1", ask("perceus.cluster.example", Type.A));
        assertEquals("NOERROR 10.10.0.1", ask("perceus", Type.A));
        assertEquals("NOERROR perceus.cluster.example.", ask("1.0.10.10.in-addr.arpa", Type.PTR));
        names.host("perceus", "10.10.0.150");
        assertEquals("a node keeps its name", "NOERROR 10.10.0.150", ask("perceus", Type.A));
    }

    @Test
    public void hasHeadsOfItsZones() {
        assertEquals("NOERROR perceus.cluster.example.", ask("cluster.example", Type.NS));
        assertEquals("NOERROR perceus.cluster.example.", ask("0.10.10.in-addr.arpa", Type.NS));
        assertTrue(ask("cluster.example", Type.SOA)
                .startsWith("NOERROR perceus.cluster.example. hostmaster.cluster.example."));
        assertEquals("NOERROR in cluster.example.", ask("cluster.example", Type.A));
        Answer answer = ((Resolution.Authoritative) zones.decide(TestNames.question("cluster.example", Type.NS), names))
                .answer();
        assertEquals("10.10.0.1", data(answer.additional()));
    }

    @Test
    public void leavesOtherNamesToOthers() {
        assertEquals("forward", ask("www.example.com", Type.A));
        assertEquals("forward", ask("example", Type.NS));
        assertEquals("forward", ask("xcluster.example", Type.A));
        assertEquals("forward", ask("1.2.0.8.in-addr.arpa", Type.PTR));
        assertEquals("forward", ask(".", Type.NS));
        assertEquals("a name above a domain is there", "NOERROR", ask("example", Type.A));
    }

    @Test
    public void keepsPrivateAddressesFromOthers() {
        assertEquals("NXDOMAIN in 168.192.in-addr.arpa.", ask("1.1.168.192.in-addr.arpa", Type.PTR));
        assertEquals("NXDOMAIN in 10.in-addr.arpa.", ask("1.1.11.10.in-addr.arpa", Type.PTR));
        assertEquals("NXDOMAIN in 31.172.in-addr.arpa.", ask("1.1.31.172.in-addr.arpa", Type.PTR));
        assertEquals("forward", ask("1.1.32.172.in-addr.arpa", Type.PTR));
        assertEquals("NXDOMAIN in d.f.ip6.arpa.", ask("1.0.0.0.d.f.ip6.arpa", Type.PTR));
        assertEquals("there is something below", "NOERROR in 10.10.in-addr.arpa.", ask("10.10.in-addr.arpa", Type.PTR));
        zones = zones(true);
        assertEquals("forward", ask("1.1.168.192.in-addr.arpa", Type.PTR));
        assertEquals("NXDOMAIN in 0.10.10.in-addr.arpa.", ask("9.0.10.10.in-addr.arpa", Type.PTR));
    }

    @Test
    public void answersForSpecialNames() {
        assertEquals("NOERROR 127.0.0.1", ask("localhost", Type.A));
        assertEquals("NOERROR 0:0:0:0:0:0:0:1", ask("x.localhost", Type.AAAA));
        assertEquals("NXDOMAIN in invalid.", ask("what.invalid", Type.A));
        assertEquals("NXDOMAIN in onion.", ask("what.onion", Type.A));
    }

    @Test
    public void cutsZonesAtOctets() {
        names = new TestNames()
                .network("10.20.0.0", 16, "big")
                .network("10.30.16.0", 20, "")
                .network("10.40.0.64", 26, "small");
        assertEquals("NXDOMAIN in 20.10.in-addr.arpa.", ask("4.3.20.10.in-addr.arpa", Type.PTR));
        assertEquals("NOERROR in 20.10.in-addr.arpa.", ask("3.20.10.in-addr.arpa", Type.PTR));
        assertEquals("NOERROR perceus.big.", ask("20.10.in-addr.arpa", Type.NS));
        assertEquals("NXDOMAIN in 31.30.10.in-addr.arpa.", ask("255.31.30.10.in-addr.arpa", Type.PTR));
        assertEquals("NXDOMAIN in 10.in-addr.arpa.", ask("1.32.30.10.in-addr.arpa", Type.PTR));
        assertEquals("NXDOMAIN in 0.40.10.in-addr.arpa.", ask("65.0.40.10.in-addr.arpa", Type.PTR));
        assertEquals("NXDOMAIN in 10.in-addr.arpa.", ask("1.0.40.10.in-addr.arpa", Type.PTR));
        assertEquals("NOERROR in 0.40.10.in-addr.arpa.", ask("0.40.10.in-addr.arpa", Type.PTR));
    }

    @Test
    public void takesTheLongestDomain() {
        names.network("10.20.0.0", 24, "ib.cluster.example");
        assertEquals("NOERROR perceus.ib.cluster.example.", ask("ib.cluster.example", Type.NS));
        assertEquals("NXDOMAIN in ib.cluster.example.", ask("n0001.ib.cluster.example", Type.A));
        assertEquals("NOERROR 10.10.0.101", ask("n0001.cluster.example", Type.A));
    }

    @Test
    public void refusesWhatIsOfUseToNobody() {
        assertEquals("refuse", ask("www.example.com", Type.ANY));
        assertEquals("NOERROR \"RFC8482\" \"\"", ask("n0001.cluster.example", Type.ANY));
        assertEquals("NXDOMAIN in cluster.example.", ask("n0009.cluster.example", Type.ANY));
        assertEquals("refuse", ask("cluster.example", Type.AXFR));
        assertEquals("refuse", ask("cluster.example", Type.IXFR));
        Record chaos =
                Record.newRecord(TestNames.question("version.bind", Type.TXT).getName(), Type.TXT, DClass.CH);
        assertTrue(zones.decide(chaos, names) instanceof Resolution.Refuse);
    }

    @Test
    public void servesTheNetworksOfTheSiteAlone() {
        assertTrue(Zones.serves(names, TestNames.address("10.10.0.255")));
        assertFalse(Zones.serves(names, TestNames.address("10.10.1.1")));
        assertFalse(Zones.serves(new TestNames(), TestNames.address("10.10.0.2")));
    }

    @Test
    public void aDomainMayLeaveNoRoomForNames() {
        String longest = String.join(".", "a".repeat(63), "b".repeat(63), "c".repeat(63), "d".repeat(61));
        names = new TestNames().network("10.10.0.0", 24, longest).host("n0001", "10.10.0.101");
        assertEquals("NXDOMAIN in 0.10.10.in-addr.arpa.", ask("101.0.10.10.in-addr.arpa", Type.PTR));
        assertEquals("NOERROR 10.10.0.101", ask("n0001", Type.A));
        assertEquals("NOERROR perceus.", ask(longest, Type.NS));
    }

    @Test
    public void namesNobodyBehindHostileReverseNames() {
        for (String octet : List.of("256", "0101", "-1", "1e1", "\\217\\163", "99999999999", "\\000")) {
            assertEquals(octet, "NXDOMAIN in 0.10.10.in-addr.arpa.", ask(octet + ".0.10.10.in-addr.arpa", Type.PTR));
        }
    }
}
