package org.perceus.doctor.check.site;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.doctor.Fakes;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.finding.Severity;
import org.perceus.doctor.site.Container;
import org.perceus.doctor.site.NodeNetwork;
import org.perceus.doctor.site.Site;
import org.perceus.doctor.system.Links;

public class SiteChecksTest {
    @Test
    public void withoutConfigurationItSaysWhatToCopy() {
        List<Finding> findings = new ConfigurationCheck(Fakes.site(), List.of()).findings();
        assertEquals(2, findings.size());
        assertEquals(
                "cp /opt/perceus/etc/org.perceus.boot.interface-eth1.cfg.example"
                        + " /opt/perceus/etc/org.perceus.boot.interface-eth1.cfg",
                findings.get(0).command().orElseThrow());
    }

    @Test
    public void whatTheContainerSaysIsPassedOn() throws Exception {
        Fakes.Programs programs = new Fakes.Programs()
                .print(
                        "info --json",
                        "{\"interfaces\": [{\"device\": \"eth1\", \"address\": \"10.10.0.1\", \"servers\": [\"dhcp\","
                                + " \"tftp\"]}], \"problems\": [\"it is too small (sysctl -w a.b=1 c.d=2, and for good by"
                                + " x)\", \"no capsule\"]}");
        List<Finding> findings = container(programs);
        assertEquals(
                "it runs, and serves dhcp, tftp on eth1 at 10.10.0.1",
                findings.get(0).sentence());
        assertEquals(Optional.of("sysctl -w a.b=1 c.d=2"), findings.get(1).command());
        assertEquals(Optional.of("perceus info"), findings.get(2).command());
        assertEquals(Severity.NOTE, container(new Fakes.Programs()).get(0).severity());
    }

    @Test
    public void poolsOverlapNothing() {
        assertEquals(Severity.OK, pools(Fakes.LAB).get(0).severity());
        NodeNetwork own = Fakes.network("own", "10.10.0.0/24", "10.10.0.1-10.10.0.9");
        assertTrue(pools(own).get(0).sentence().contains("contains 10.10.0.1, which eth1 of this server has"));
        NodeNetwork twin = Fakes.network("twin", "10.10.0.0/16", "10.10.0.150-10.10.1.9");
        assertTrue(pools(Fakes.LAB, twin).get(0).sentence().contains("two nodes would get one address"));
        NodeNetwork wide = Fakes.network("wide", "10.10.0.0/16", "10.10.7.1-10.10.7.9");
        assertTrue(pools(Fakes.LAB, wide).get(0).sentence().contains("subnets of the networks lab and wide overlap"));
    }

    @Test
    public void aNetworkMayHaveNoPool() throws Exception {
        assertEquals(
                "network lab has no pool, as another DHCP server gives its addresses",
                pools(Fakes.POOLLESS).get(0).sentence());
        assertEquals(Severity.PROBLEM, pools(Fakes.POOLLESS, Fakes.LAB).get(0).severity());
        Fakes.Programs programs = new Fakes.Programs().print("route get 10.99.0.1", "10.99.0.1 via 10.10.0.254");
        Finding relayed = relays(Fakes.site(Fakes.network("far", "10.99.0.0/24", "")), programs);
        assertTrue(relayed.sentence(), relayed.sentence().contains(" beside the server that gives the addresses"));
    }

    @Test
    public void aNetworkWithoutADeviceNeedsARelay() throws Exception {
        NodeNetwork far = Fakes.network("far", "10.99.0.0/24", "10.99.0.10-10.99.0.20");
        Site site = Fakes.site(Fakes.LAB, far);
        Fakes.Programs programs = new Fakes.Programs()
                .print(
                        "route get 10.99.0.10",
                        "10.99.0.10 via 10.10.0.254 dev eth1 src 10.10.0.1 uid 0 \\    cache \n");
        Finding relayed = relays(site, programs);
        assertEquals(Severity.NOTE, relayed.severity());
        assertEquals(Optional.of("ip helper-address 10.10.0.1"), relayed.command());
        assertTrue(
                relayed.sentence(),
                relayed.sentence()
                        .endsWith(
                                "it is reached by '10.99.0.10 via 10.10.0.254 dev eth1 src 10.10.0.1', and relays in the interface's file has to name it"));
        Finding unreached = relays(site, new Fakes.Programs().fail("route get 10.99.0.10"));
        assertEquals(Optional.of("ip route add 10.99.0.0/24 via ROUTER"), unreached.command());
        assertEquals(Severity.OK, relays(Fakes.site(Fakes.LAB), programs).severity());
    }

    private static List<Finding> container(Fakes.Programs programs) throws Exception {
        return new ContainerCheck(new Container(programs, Fakes.site()), Fakes.INSTANCE).findings();
    }

    private static List<Finding> pools(NodeNetwork... networks) {
        return new PoolCheck(Fakes.site(networks), List.of(Fakes.link("", 1500))).findings();
    }

    private static Finding relays(Site site, Fakes.Programs programs) throws Exception {
        return new RelayCheck(site, List.of(Fakes.segment(Fakes.link("", 1500))), new Links(programs))
                .findings()
                .get(0);
    }
}
