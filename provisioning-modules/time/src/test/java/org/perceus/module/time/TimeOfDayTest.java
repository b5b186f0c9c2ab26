package org.perceus.module.time;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.InitSystem;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.testkit.ScriptRun;
import org.perceus.provisioning.testkit.TestNode;

public class TimeOfDayTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void theZoneIsALinkAndAName() throws Exception {
        ScriptRun run = run(new TestNode().with("time-zone", "America/Argentina/Buenos_Aires"));
        assertEquals(
                "/usr/share/zoneinfo/America/Argentina/Buenos_Aires",
                Files.readSymbolicLink(run.path("/etc/localtime")).toString());
        assertEquals("America/Argentina/Buenos_Aires\n", run.file("/etc/timezone"));
        assertFalse("the clock is left alone", Files.exists(run.path("/etc/chrony")));
    }

    @Test
    public void theUsualNamesAreZones() throws Exception {
        for (String zone : List.of("UTC", "Etc/GMT+5", "Europe/Berlin", "Asia/Kolkata")) {
            assertEquals(
                    zone + "\n", run(new TestNode().with("time-zone", zone)).file("/etc/timezone"));
        }
    }

    @Test
    public void chronyAndTimesyncdAreToldTheServers() throws Exception {
        ScriptRun run = run(new TestNode().with("time-servers", "10.10.0.1, ntp.example fd00::1"));
        assertEquals(
                "server 10.10.0.1 iburst\nserver ntp.example iburst\nserver fd00::1 iburst\n",
                run.file("/etc/chrony/sources.d/perceus.sources"));
        assertEquals(
                "[Time]\nNTP=10.10.0.1 ntp.example fd00::1\n", run.file("/etc/systemd/timesyncd.conf.d/perceus.conf"));
        assertTrue(run.file("/etc/tmpfiles.d/perceus-chrony.conf").startsWith("L /run/chrony-dhcp/perceus.sources "));
        assertFalse(Files.exists(run.path("/etc/chrony/chrony.conf")));
    }

    @Test
    public void chronyOfOpenrcHasItsWholeConfiguration() throws Exception {
        ScriptRun run = run(new TestNode().with(InitSystem.OPENRC).with("time-servers", "10.10.0.1"));
        assertTrue(run.file("/etc/chrony/chrony.conf").startsWith("server 10.10.0.1 iburst\n"));
        assertFalse(Files.exists(run.path("/etc/systemd")));
    }

    @Test
    public void aNodeWithoutAnyGetsNothing() throws Exception {
        assertEquals(NodeScript.nothing(), new TimeOfDay().render(new TestNode()));
    }

    @Test
    public void whatIsNoZoneIsRefused() {
        for (String value : List.of(
                "", "Europe/Berlinn", "../etc/passwd", "+02:00", "Berlin", "UTC\n", "$(x)", "x".repeat(1 << 20))) {
            refuses("time-zone", value);
        }
    }

    @Test
    public void whatIsNoServerIsRefused() {
        for (String value :
                List.of("-x", "a;b", "a\u0000", "$(x)", "http://ntp", "n\u00e4me", "'", "x".repeat(1 << 20))) {
            refuses("time-servers", value);
        }
    }

    private static void refuses(String setting, String value) {
        TestNode node = new TestNode().with(setting, value);
        String sentence = assertThrows(ProvisioningException.class, () -> new TimeOfDay().render(node))
                .getMessage();
        assertTrue(sentence, sentence.startsWith("the setting " + setting + " is"));
    }

    private ScriptRun run(TestNode node) throws Exception {
        ScriptRun run = ScriptRun.of(
                folder.newFolder().toPath(), new TimeOfDay().render(node).text());
        assertEquals(run.errors(), 0, run.status());
        return run;
    }
}
