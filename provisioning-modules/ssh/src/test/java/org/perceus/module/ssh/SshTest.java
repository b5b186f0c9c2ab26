package org.perceus.module.ssh;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.InitSystem;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.testkit.HostileText;
import org.perceus.provisioning.testkit.ScriptRun;
import org.perceus.provisioning.testkit.TestNode;

public class SshTest {
    private static final String ED25519 =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIQA/Kgfy/lOfwJhyYG5amO33P2auYfyDZX7EjS/KWRp";
    private static final String ECDSA =
            "ecdsa-sha2-nistp384 AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBEp2QyolWbHvkAe7SZka/yhTgqOJE6qjVoxZmPuYW4/ZNtO6KkZaO4reNUSbBobhzA1+WLcTLcnWcuMm0tEXY679IpyatA8Slg10XbNrQEk0Ep16f2btHy6YGYdqGmxx0w==";
    private static final String TABLE = "/usr/lib/perceus/ssh-keys";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void keysAreOfRootUnlessTheySayWhose() throws Exception {
        ScriptRun run = run(ED25519 + " me@here; alice:" + ECDSA + ";" + ED25519 + "  me@here ;");
        assertEquals("root " + ED25519 + " me@here\nalice " + ECDSA + "\n", run.file(TABLE));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(run.path(TABLE))));
    }

    @Test
    public void everyKindOfTodayIsTaken() throws Exception {
        for (String key : List.of(
                ED25519,
                ECDSA,
                key("ssh-rsa", new byte[3], new byte[257]),
                key("ecdsa-sha2-nistp256", "nistp256".getBytes(StandardCharsets.US_ASCII), new byte[65]),
                key("ecdsa-sha2-nistp521", "nistp521".getBytes(StandardCharsets.US_ASCII), new byte[133]),
                key("sk-ssh-ed25519@openssh.com", new byte[32], new byte[4]),
                key(
                        "sk-ecdsa-sha2-nistp256@openssh.com",
                        "nistp256".getBytes(StandardCharsets.US_ASCII),
                        new byte[65],
                        new byte[4]))) {
            assertEquals("root " + key + "\n", run(key).file(TABLE));
        }
    }

    @Test
    public void aCommentIsAnyTextOfALine() throws Exception {
        String comment = "Zo\u00eb's key, \"the\" $(good) `one` #1 \\n";
        assertEquals(
                "root " + ED25519 + " " + comment + "\n",
                run(ED25519 + " " + comment).file(TABLE));
    }

    @Test
    public void whereNoInitIsToldAProgramStartsTheServer() throws Exception {
        for (InitSystem init : InitSystem.values()) {
            boolean isTold = !List.of(InitSystem.S6, InitSystem.BUSYBOX, InitSystem.OTHER)
                    .contains(init);
            ScriptRun run = run(new TestNode().with(init).with("ssh-keys", ED25519));
            assertEquals(init.name(), !isTold, run.calls().contains(List.of("run_beside", "sshd", "late")));
        }
    }

    @Test
    public void aNodeWithoutKeysGetsNothing() throws Exception {
        assertEquals(NodeScript.nothing(), new Ssh().render(new TestNode()));
        assertEquals(NodeScript.nothing(), new Ssh().render(new TestNode().with("ssh-keys", "")));
    }

    @Test
    public void whatIsNoKeyIsRefused() throws Exception {
        List<String> wrong = new ArrayList<>(HostileText.values());
        // nothing is a list of none
        wrong.removeIf(String::isBlank);
        wrong.addAll(List.of(
                "ssh-ed25519",
                "x",
                ED25519.substring(0, 60),
                ED25519 + "=",
                ED25519.replace("ssh-ed25519 ", "ssh-rsa "),
                ED25519.replace("/", "_"),
                "from=\"10.0.0.1\" " + ED25519,
                "command=\"rm -rf /\" " + ED25519,
                "-----BEGIN OPENSSH PRIVATE KEY-----",
                ED25519 + "\n" + ED25519,
                ED25519 + " a\u2028b",
                ED25519 + " a\u0000b",
                ED25519 + " a\u001b[31mb",
                "../root: " + ED25519,
                "-x: " + ED25519,
                "a b: " + ED25519,
                "$(x): " + ED25519,
                key("ssh-dss", new byte[20], new byte[20]),
                key("ssh-ed25519", new byte[31]),
                key("ssh-ed25519", new byte[32], new byte[1]),
                key("ssh-rsa", new byte[3], new byte[128]),
                key("ecdsa-sha2-nistp256", "nistp384".getBytes(StandardCharsets.US_ASCII), new byte[65]),
                key("ssh-ed25519\n", new byte[32]),
                "ssh-ed25519 f////w==",
                "ssh-ed25519 /////w==",
                "ssh-ed25519 " + "A".repeat(1 << 20),
                "x".repeat(1 << 20)));
        for (String value : wrong) {
            TestNode node = new TestNode().with("ssh-keys", value);
            String sentence = assertThrows(value, ProvisioningException.class, () -> new Ssh().render(node))
                    .getMessage();
            assertTrue(sentence, sentence.contains("a line of a file *.pub"));
        }
    }

    private static String key(String kind, byte[]... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeInt(kind.length());
        data.writeBytes(kind);
        for (byte[] part : parts) {
            data.writeInt(part.length);
            data.write(part);
        }
        return kind + " " + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private ScriptRun run(String keys) throws Exception {
        return run(new TestNode().with("ssh-keys", keys));
    }

    private ScriptRun run(TestNode node) throws Exception {
        ScriptRun run =
                ScriptRun.of(folder.newFolder().toPath(), new Ssh().render(node).text());
        assertEquals(run.errors(), 0, run.status());
        return run;
    }
}
