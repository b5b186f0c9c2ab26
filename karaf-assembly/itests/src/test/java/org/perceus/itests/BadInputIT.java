package org.perceus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** Bad input gets one sentence and a bad exit code, and changes nothing. */
public class BadInputIT {
    @ClassRule
    public static final Instance CONTAINER = new Instance();

    private static final String MAC = "52:54:00:77:00:04";

    private String before;

    @Before
    public void remember() throws Exception {
        before = everything();
    }

    @Test
    public void anUnknownOption() throws Exception {
        refused("--nosuch", "node", "list", "--nosuch");
    }

    @Test
    public void anUnknownCommand() throws Exception {
        refused("nosuch", "node", "nosuch");
    }

    @Test
    public void aNameThatClimbs() throws Exception {
        refused("../x", "node", "add", "--name", "../x", MAC);
    }

    @Test
    public void anAddressOutsideOfEveryNetwork() throws Exception {
        refused("192.168.1.1", "node", "add", "--address", "192.168.1.1", MAC);
    }

    @Test
    public void aMalformedMac() throws Exception {
        refused("52:54", "node", "add", "52:54");
    }

    @Test
    public void aNodeThatIsNotThere() throws Exception {
        refused("nosuch", "node", "set", "kernel-args=quiet", "nosuch");
    }

    @Test
    public void aCapsuleWithoutKernel() throws Exception {
        Path root = Files.createTempDirectory(CONTAINER.folder(), "root");
        Files.createDirectory(root.resolve("boot"));
        refused("kernel", "vnfs", "import", "empty@1", root.toString());
    }

    @Test
    public void aCapsuleWhoseNameClimbs() throws Exception {
        refused("../x", "vnfs", "import", "../x@1", CONTAINER.folder().toString());
    }

    @Test
    public void anArchiveThatIsNone() throws Exception {
        Path archive = Files.writeString(CONTAINER.folder().resolve("root.tar"), "no archive");
        refused("root.tar", "vnfs", "import", "none@1", archive.toString());
    }

    private void refused(String named, String... words) throws IOException, InterruptedException {
        Finished command = CONTAINER.perceus(words);
        assertNotEquals(command.toString(), 0, command.exit());
        List<String> sentences = command.err()
                .lines()
                .filter(line -> line.startsWith("perceus: "))
                .toList();
        assertEquals(command.toString(), 1, sentences.size());
        assertTrue(sentences.toString(), sentences.get(0).contains(named));
        assertTrue(command.toString(), command.err().endsWith(sentences.get(0) + "\n"));
        assertEquals(before, everything());
    }

    private static String everything() throws IOException, InterruptedException {
        return CONTAINER.printed("node", "list", "--json") + CONTAINER.printed("vnfs", "list", "--json");
    }
}
