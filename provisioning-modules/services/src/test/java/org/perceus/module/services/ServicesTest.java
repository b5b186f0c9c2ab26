package org.perceus.module.services;

import static org.junit.Assert.assertEquals;
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

public class ServicesTest {
    private static final String UNITS = "/etc/systemd/system/";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void systemdStartsAUnitWithTheTargetOfItsKind() throws Exception {
        ScriptRun run = run(new TestNode().with("services", "chrony, fstrim.timer sshd.socket,getty@tty2.service"));
        for (String wanted : List.of(
                "multi-user.target.wants/chrony.service",
                "timers.target.wants/fstrim.timer",
                "sockets.target.wants/sshd.socket",
                "multi-user.target.wants/getty@tty2.service")) {
            String unit = wanted.substring(wanted.indexOf('/') + 1);
            assertEquals("/usr/lib/systemd/system/" + unit, link(run, UNITS + wanted));
        }
    }

    @Test
    public void systemdStartsWhatIsOffByHandOnly() throws Exception {
        ScriptRun run = run(new TestNode().with("services-off", "cron,org.example"));
        assertEquals(
                "[Unit]\nConditionPathExists=/run/perceus/agent\n",
                run.file(UNITS + "cron.service.d/perceus-off.conf"));
        assertTrue(Files.exists(run.path(UNITS + "org.example.service.d/perceus-off.conf")));
    }

    @Test
    public void systemdNeverStartsWhatIsMasked() throws Exception {
        ScriptRun run = run(new TestNode().with("services-masked", "cron,apt-daily.timer"));
        assertEquals("/dev/null", link(run, UNITS + "cron.service"));
        assertEquals("/dev/null", link(run, UNITS + "apt-daily.timer"));
    }

    @Test
    public void openrcHasLinksInItsRunlevels() throws Exception {
        ScriptRun run = run(new TestNode()
                .with(InitSystem.OPENRC)
                .with("services", "chronyd.service")
                .with("services-off", "sshd")
                .with("services-masked", "crond"));
        assertEquals("/etc/init.d/chronyd", link(run, "/etc/runlevels/default/chronyd"));
        for (String runlevel : List.of("sysinit", "boot", "default")) {
            assertEquals("/etc/perceus/off", link(run, "/etc/runlevels/" + runlevel + "/sshd"));
            assertEquals("/etc/perceus/off", link(run, "/etc/runlevels/" + runlevel + "/crond"));
        }
        assertEquals("/dev/null", link(run, "/etc/init.d/crond"));
    }

    @Test
    public void sysvinitHasNumberedLinks() throws Exception {
        ScriptRun run = run(
                new TestNode().with(InitSystem.SYSVINIT).with("services", "ntp").with("services-masked", "cron"));
        for (int runlevel = 2; runlevel <= 5; runlevel++) {
            assertEquals("../init.d/ntp", link(run, "/etc/rc" + runlevel + ".d/S90ntp"));
        }
        assertEquals("#!/bin/sh\n# masked by Perceus\nexit 0\n", run.file("/etc/init.d/cron"));
        assertEquals("", run.file("/etc/init.d/.legacy-bootordering"));
    }

    @Test
    public void runitSupervisesWhatALinkLeadsTo() throws Exception {
        ScriptRun run = run(new TestNode()
                .with(InitSystem.RUNIT)
                .with("services", "ntpd")
                .with("services-off", "sshd")
                .with("services-masked", "crond"));
        assertEquals("/etc/sv/ntpd", link(run, "/etc/runit/runsvdir/default/ntpd"));
        assertEquals("", run.file("/etc/sv/sshd/down"));
        assertEquals("/dev/null", link(run, "/etc/runit/runsvdir/default/crond"));
    }

    @Test
    public void whatAnInitCannotDoIsSaid() {
        refuses("use services-masked", new TestNode().with(InitSystem.SYSVINIT).with("services-off", "cron"));
        for (InitSystem init : List.of(InitSystem.S6, InitSystem.BUSYBOX, InitSystem.OTHER)) {
            refuses("cannot be chosen by files", new TestNode().with(init).with("services", "cron"));
        }
    }

    @Test
    public void aNodeWithoutAnyGetsNothingWhicheverItsInit() throws Exception {
        for (InitSystem init : InitSystem.values()) {
            assertEquals(NodeScript.nothing(), new Services().render(new TestNode().with(init)));
        }
    }

    @Test
    public void aServiceIsOnOrOffOrMasked() {
        refuses(
                "the service cron stands in services and services-masked",
                new TestNode().with("services", "cron").with("services-masked", "at,cron"));
    }

    @Test
    public void whatIsNoServiceIsRefused() {
        for (String value : List.of(
                "../cron",
                "-cron",
                ".cron",
                "cron/x",
                "$(cron)",
                "cron;x",
                "perceus-agent",
                "cr\u00f6n",
                "x\u0007",
                "x".repeat(1 << 20))) {
            for (String setting : List.of("services", "services-off", "services-masked")) {
                refuses("use a list, separated by commas, each the name", new TestNode().with(setting, value));
            }
        }
    }

    private static void refuses(String words, TestNode node) {
        String sentence = assertThrows(ProvisioningException.class, () -> new Services().render(node))
                .getMessage();
        assertTrue(sentence, sentence.contains(words));
    }

    private static String link(ScriptRun run, String path) throws Exception {
        return Files.readSymbolicLink(run.path(path)).toString();
    }

    private ScriptRun run(TestNode node) throws Exception {
        ScriptRun run = ScriptRun.of(
                folder.newFolder().toPath(), new Services().render(node).text());
        assertEquals(run.errors(), 0, run.status());
        return run;
    }
}
