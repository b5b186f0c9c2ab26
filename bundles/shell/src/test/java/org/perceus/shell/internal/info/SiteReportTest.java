package org.perceus.shell.internal.info;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.perceus.provisioning.PerceusOs;
import org.perceus.shell.testing.FakeSite;

public class SiteReportTest {
    private final FakeSite site = FakeSite.sample();

    @Test
    public void showsTheSiteAtAGlance() {
        runAll();
        assertEquals(
                """
                version     Perceus 2.0.0
                serves      eth1 10.10.0.1 http://10.10.0.1:9870: dhcp, tftp, http
                nodes boot  Perceus OS 1.0, kernel 6.12.1
                nodes       3: 2 discovered, 1 ready
                """,
                SiteText.text(SiteReport.of(site)));
    }

    @Test
    public void namesWhatIsMissing() {
        site.registryRuns = false;
        assertEquals(
                """
                version     Perceus 2.0.0
                nodes       0
                problem     the node registry is not running
                problem     no provisioning interface is configured: no node can boot
                problem     no release of Perceus OS is installed: no node can boot
                """,
                SiteText.text(SiteReport.of(site)));
    }

    @Test
    public void namesWhatIsWronglyConfigured() {
        runAll();
        site.registryComplaints.add("etc/org.perceus.node.cfg: setting.retries: 'x' is not a number");
        site.settingComplaints.add("etc/org.perceus.node.cfg: setting.method: there is no provisioning method 'nfs'");
        site.nameServerComplaints.add("network lab names 10.10.0.1 in nameServers");
        site.limitComplaints.add("the kernel's neighbour table has room for 1024 machines");
        assertEquals(
                List.of(
                        "problem     etc/org.perceus.node.cfg: setting.retries: 'x' is not a number",
                        "problem     etc/org.perceus.node.cfg: setting.method: there is no provisioning method 'nfs'",
                        "problem     network lab names 10.10.0.1 in nameServers",
                        "problem     the kernel's neighbour table has room for 1024 machines"),
                SiteText.text(SiteReport.of(site))
                        .lines()
                        .filter(line -> line.startsWith("problem"))
                        .toList());
    }

    @Test
    public void anInterfaceWithoutServersSaysSo() {
        site.interfaces.add(FakeSite.serving("eth1"));
        assertTrue(SiteText.text(SiteReport.of(site)).contains("9870: no server is up\n"));
    }

    @Test
    public void jsonHasTheDocumentedFields() {
        runAll();
        JsonObject json = SiteText.json(SiteReport.of(site));
        assertEquals(Set.of("version", "interfaces", "perceusOs", "nodes", "problems"), json.keySet());
        assertEquals(1, json.getAsJsonObject("nodes").get("ready").getAsInt());
        assertEquals("1.0", json.getAsJsonObject("perceusOs").get("version").getAsString());
        JsonObject serving = json.getAsJsonArray("interfaces").get(0).getAsJsonObject();
        assertEquals("eth1", serving.get("device").getAsString());
        assertEquals(3, serving.getAsJsonArray("servers").size());
    }

    @Test
    public void countersAreATable() {
        site.counters.put("dhcp.eth1.malformed", 7L);
        site.counters.put("dhcp.eth1.received", 12345L);
        assertEquals(
                """
                COUNTER              COUNT
                dhcp.eth1.malformed      7
                dhcp.eth1.received   12345
                """,
                SiteText.counters(site.counters).text(0, false));
    }

    private void runAll() {
        site.interfaces.add(FakeSite.serving("eth1", "dhcp", "tftp", "http"));
        site.release = Optional.of(new PerceusOs.Release("1.0", "6.12.1", Path.of("/srv/perceus-os")));
    }
}
