package org.perceus.module.network;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.testkit.ScriptRun;
import org.perceus.provisioning.testkit.TestNode;

/** What the module leaves on a node. */
record Rendered(ScriptRun run) {
    static final String MAC = new TestNode().mac();

    static Rendered of(TemporaryFolder folder, TestNode node) throws Exception {
        ScriptRun run = ScriptRun.of(
                folder.newFolder().toPath(), new Network().render(node).text());
        assertEquals(run.errors(), 0, run.status());
        return new Rendered(run);
    }

    String file(String path) throws IOException {
        return run.file(path);
    }

    boolean has(String path) {
        return Files.exists(run.path(path));
    }

    String mode(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(run.path(path)));
    }

    String link(String path) throws IOException {
        return Files.readSymbolicLink(run.path(path)).toString();
    }

    /** The calls of a word of Perceus OS, with the word. */
    List<List<String>> calls(String word) {
        return run.calls().stream().filter(call -> call.get(0).equals(word)).toList();
    }
}
