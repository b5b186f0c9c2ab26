package org.perceus.shell.internal.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.Test;
import org.perceus.ledger.Author;
import org.perceus.node.operation.OperationKind;
import org.perceus.node.operation.RunningOperation;
import org.perceus.shell.internal.screen.ExitCode;

/** Commands for operations. */
public class OperationCommandsTest extends CommandsTestCase {
    private static final Author JANE = new Author("jane", "perceus vnfs import rocky .", "as agreed");

    @Test
    public void anImportTellsItsNumberAndIsListed() throws Exception {
        run("vnfs-import", "--no-prepare", "rocky@1", ".");
        assertTrue(
                screen.complained(),
                screen.complained().startsWith("operation 1: 'perceus operation follow 1' shows it elsewhere\n"));
        run("operation-list");
        assertTrue(screen.printed(), screen.printed().contains(" 1  import  rocky@1"));
        assertTrue(screen.printed(), screen.printed().contains("done"));
    }

    @Test
    public void whatRunsIsShownWithItsStep() throws Exception {
        RunningOperation running = site.operations.begin(OperationKind.BUILD, "rocky@1 for nfs-root 2.0.0", JANE);
        running.step("packing");
        running.progress(40);
        run("operation-list", "--running", "--kind", "build");
        assertTrue(screen.printed(), screen.printed().contains("running  packing, 40 %"));
        run("operation-show", "1");
        assertTrue(screen.printed(), screen.printed().contains("operation  1, build of rocky@1 for nfs-root 2.0.0\n"));
        assertTrue(screen.printed(), screen.printed().contains("comment    as agreed\n"));
        assertTrue(screen.printed(), screen.printed().contains("packing, 40 %"));
    }

    @Test
    public void jsonHasAllOfIt() throws Exception {
        RunningOperation one = site.operations.begin(OperationKind.IMPORT, "rocky@1", JANE);
        one.step("reading");
        one.failed("there is no kernel");
        run("operation-show", "--json", "1");
        JsonObject json =
                JsonParser.parseString(screen.printed()).getAsJsonArray().get(0).getAsJsonObject();
        assertEquals("failed", json.get("state").getAsString());
        assertEquals("jane", json.get("who").getAsString());
        assertEquals("there is no kernel", json.get("sentence").getAsString());
        assertTrue(json.get("percent").isJsonNull());
        assertEquals(
                "reading",
                json.get("steps")
                        .getAsJsonArray()
                        .get(0)
                        .getAsJsonObject()
                        .get("step")
                        .getAsString());
    }

    @Test
    public void followingEndsAsTheOperationDid() throws Exception {
        RunningOperation good = site.operations.begin(OperationKind.IMPORT, "rocky@1", JANE);
        good.step("reading");
        good.done("7 files");
        run("operation-follow", "1");
        assertEquals(
                "import of rocky@1, for jane\n     0.0 s  reading\noperation 1 is done: 7 files\n", screen.printed());
        site.operations.begin(OperationKind.IMPORT, "rocky@2", JANE).failed("there is no kernel");
        var failure = refused("operation-follow", "2");
        assertEquals("operation 2 failed: there is no kernel", failure.getMessage());
        assertEquals(ExitCode.FAILED, failure.exitCode());
    }

    @Test
    public void wrongWordsAreUsage() throws Exception {
        assertEquals(
                ExitCode.USAGE, refused("operation-list", "--kind", "boots").exitCode());
        assertEquals(ExitCode.USAGE, refused("operation-list", "--limit", "0").exitCode());
        assertEquals(ExitCode.FAILED, refused("operation-show", "9").exitCode());
    }

    @Test
    public void anEmptyListSaysSo() throws Exception {
        run("operation-list", "--running");
        assertEquals("nothing runs\n", screen.complained());
    }
}
