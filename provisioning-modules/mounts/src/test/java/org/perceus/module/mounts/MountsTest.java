package org.perceus.module.mounts;

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

public class MountsTest {
    private static final String UNITS = "/etc/systemd/system/";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void whatAServerHasIsMountedAtTheStartAndWhenItIsNeeded() throws Exception {
        ScriptRun run = run(new TestNode().with("mounts", "10.10.0.1:/export/home /home"));
        assertEquals(
                """
                [Unit]
                Description=Perceus: /home
                Wants=perceus-mounts.service
                After=perceus-mounts.service

                [Mount]
                What=10.10.0.1:/export/home
                Where=/home
                Type=nfs
                Options=defaults,_netdev,nofail
                TimeoutSec=20
                """,
                run.file(UNITS + "home.mount"));
        assertTrue(run.file(UNITS + "home.automount").endsWith("[Automount]\nWhere=/home\n"));
        assertTrue(Files.exists(run.path(UNITS + "perceus-mounts.service")));
        for (String unit : List.of("home.mount", "home.automount")) {
            assertEquals("../" + unit, link(run, UNITS + "remote-fs.target.wants/" + unit));
        }
    }

    @Test
    public void whatTheNodeHasItselfNeedsNoNetwork() throws Exception {
        ScriptRun run = run(new TestNode().with("mounts", "tmpfs /scratch tmpfs size=50%; /dev/vdb1 /data ext4 ro"));
        assertTrue(run.file(UNITS + "scratch.mount").contains("Type=tmpfs\nOptions=size=50%%,nofail\n"));
        assertTrue(
                run.file(UNITS + "data.mount").contains("What=/dev/vdb1\nWhere=/data\nType=ext4\nOptions=ro,nofail\n"));
        assertEquals("../data.mount", link(run, UNITS + "local-fs.target.wants/data.mount"));
        assertFalse(Files.exists(run.path(UNITS + "perceus-mounts.service")));
        assertFalse(Files.exists(run.path(UNITS + "data.automount")));
    }

    @Test
    public void whereSystemdIsNotAProgramOfPerceusMounts() throws Exception {
        for (InitSystem init : InitSystem.values()) {
            if (init != InitSystem.SYSTEMD) {
                ScriptRun run = run(new TestNode()
                        .with(init)
                        .with("mounts", "10.10.0.1:/home   /home; //10.10.0.2/x /mnt/x cifs guest,ro"));
                assertEquals(
                        "10.10.0.1:/home /home nfs defaults\n//10.10.0.2/x /mnt/x cifs guest,ro\n",
                        run.file("/etc/perceus/mounts"));
                assertTrue(run.called("run_beside"));
                assertFalse(Files.exists(run.path("/etc/systemd")));
            }
        }
    }

    @Test
    public void aUnitHasTheNameThatSystemdGivesItsFolder() {
        assertEquals("srv-data", UnitName.of("/srv/data"));
        assertEquals("srv-my\\x2ddata", UnitName.of("/srv/my-data"));
        assertEquals("\\x2ecache-a.b", UnitName.of("/.cache/a.b"));
        assertEquals("a\\x40b\\x2bc", UnitName.of("/a@b+c"));
    }

    @Test
    public void aNodeWithoutAnyGetsNothing() throws Exception {
        assertEquals(NodeScript.nothing(), new Mounts().render(new TestNode()));
    }

    @Test
    public void oneFolderIsMountedOnce() {
        refuses("the setting mounts has /home twice", "10.10.0.1:/a /home; 10.10.0.2:/b /home");
    }

    @Test
    public void whatIsNoMountIsRefused() {
        for (String value : List.of(
                "10.10.0.1:/home",
                "10.10.0.1:/home home",
                "10.10.0.1:/home /",
                "10.10.0.1:/home /usr",
                "10.10.0.1:/home /home/../etc",
                "10.10.0.1:/home /home/..",
                "10.10.0.1:/home /home/./x",
                "10.10.0.1:/home /home/",
                "10.10.0.1:/home //etc",
                "10.10.0.1:/home /home nfs rw 0 0",
                "10.10.0.1:/home /home nfs rw,x='y'",
                "10.10.0.1:/home /home\nWhere=/etc",
                "10.10.0.1:/%h /home",
                "10.10.0.1:/a\\040b /home",
                "$(reboot):/home /home",
                "-t /home",
                "10.10.0.1:/h\u00f6me /home",
                "10.10.0.1:/" + "x".repeat(1 << 20) + " /home",
                "10.10.0.1:/home " + "/x".repeat(1 << 19),
                "10.10.0.1:/home" + " ".repeat(1 << 20) + "/home")) {
            refuses("use a list, separated by semicolons, each SOURCE FOLDER", value);
        }
    }

    private static void refuses(String words, String value) {
        TestNode node = new TestNode().with("mounts", value);
        String sentence = assertThrows(
                        value.substring(0, Math.min(60, value.length())),
                        ProvisioningException.class,
                        () -> new Mounts().render(node))
                .getMessage();
        assertTrue(sentence, sentence.contains(words));
    }

    private static String link(ScriptRun run, String path) throws Exception {
        return Files.readSymbolicLink(run.path(path)).toString();
    }

    private ScriptRun run(TestNode node) throws Exception {
        ScriptRun run = ScriptRun.of(
                folder.newFolder().toPath(), new Mounts().render(node).text());
        assertEquals(run.errors(), 0, run.status());
        return run;
    }
}
