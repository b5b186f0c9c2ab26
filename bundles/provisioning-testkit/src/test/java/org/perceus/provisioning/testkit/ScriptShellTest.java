package org.perceus.provisioning.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.NodeScript;

/** No test of a module does harm to the machine that it runs on, and a script finds what Perceus OS would give it. */
public class ScriptShellTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    /** A file of the machine. */
    private Path victim;

    @Before
    public void makeVictim() throws IOException {
        victim = Files.writeString(folder.newFile().toPath(), "precious");
    }

    @Test
    public void programsAreStubsByTheirPathToo() throws Exception {
        ScriptRun run = run(
                """
                /bin/rm -f %1$s
                true && /usr/bin/rm -f %1$s
                if ! /bin/false; then /usr/sbin/mkfs.ext4 -q /dev/vda; fi
                x=$(/bin/rm -f %1$s)
                { /sbin/sfdisk /dev/vda; }
                cat /dev/null | /bin/tar -xf - || exec /sbin/reboot
                """
                        .formatted(victim));
        assertEquals(
                List.of("rm", "rm", "mkfs.ext4", "rm", "sfdisk", "tar"),
                run.calls().stream().map(call -> call.get(0)).toList());
        assertUnharmed();
    }

    @Test
    public void theScriptOfAStarterIsHarmlessToo() throws Exception {
        NodeScript mountRoot = NodeScript.builder()
                .shell("/bin/rm -f %s || fail \"it's there\"".formatted(victim))
                .variable("size", "it's")
                .shell("/sbin/mkfs.ext4 -q \"$size\" /dev/zram0")
                .build();
        ScriptRun run =
                run(NodeScript.builder().installStarter(mountRoot).build().text());
        assertTrue(run.calls().toString(), run.calls().contains(List.of("mkfs.ext4", "-q", "it's", "/dev/zram0")));
        assertUnharmed();
    }

    @Test
    public void whatIsWrittenOutsideGoesNowhere() throws Exception {
        run("echo lost >%1$s\necho lost >>%1$s\necho lost > \"%1$s\"\n{ echo lost >%1$s; }\n".formatted(victim));
        assertUnharmed();
        Path outside = folder.getRoot().toPath().resolve("outside");
        ScriptRun run = run("mkdir -p %s\nchmod 777 %s\n".formatted(outside, victim));
        assertFalse(Files.exists(outside));
        assertEquals("rw-r--r--", modes(victim));
        assertEquals(List.of("mkdir", "-p", outside.toString()), run.calls().get(0));
    }

    @Test
    public void itsOwnFilesAreWritten() throws Exception {
        ScriptRun run = run(
                """
                echo kept >"$WORK/one"
                mkdir -p "$DESTDIR/opt" && echo kept >$DESTDIR/opt/two
                chmod 600 "$DESTDIR/opt/two"
                echo none 2>/dev/null >&2
                """);
        assertEquals("kept\n", run.file("/opt/two"));
        assertEquals("rw-------", modes(run.path("/opt/two")));
    }

    @Test
    public void textIsLeftAsItIs() throws Exception {
        String text = "# it's\n/bin/rm -f x >/etc/y\n* * * * * root /usr/bin/true >/dev/null\n";
        assertEquals(
                text,
                run(NodeScript.builder()
                                .writeFile("/etc/cron.d/x", "644", text)
                                .build()
                                .text())
                        .file("/etc/cron.d/x"));
        ScriptRun run = run("# it's a comment\nstep \"it's /bin/rm; /bin/rm\"\n/bin/rm -f " + victim + "\n");
        assertEquals(List.of("step", "it's /bin/rm; /bin/rm"), run.calls().get(0));
        assertUnharmed();
    }

    @Test
    public void foldersHaveTheModesOfPerceusOs() throws Exception {
        ScriptRun run = run(NodeScript.builder()
                .writeFile("/root/.ssh/authorized_keys", "600", "")
                .writeFile("/etc/deep/er/file", "644", "")
                .linkFile("x", "/var/tmp/link")
                .build()
                .text());
        for (String path : List.of("/root", "/root/.ssh")) {
            assertEquals(path, "rwx------", modes(run.path(path)));
        }
        assertEquals("rwxr-xr-x", modes(run.path("/etc/deep/er")));
        assertEquals("rwxrwxrwx", modes(run.path("/var/tmp")));
    }

    private ScriptRun run(String script) throws Exception {
        ScriptRun run = ScriptRun.of(folder.newFolder().toPath(), script);
        assertEquals(run.errors(), 0, run.status());
        return run;
    }

    private void assertUnharmed() throws IOException {
        assertEquals("precious", Files.readString(victim));
    }

    private static String modes(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
