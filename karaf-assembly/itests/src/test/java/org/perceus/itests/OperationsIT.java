package org.perceus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/** What one terminal began is seen from another: while it runs, when it has ended, and after a restart. */
public class OperationsIT {
    @ClassRule
    public static final Instance CONTAINER = new Instance();

    private static final Pattern ID = Pattern.compile("\"id\": (\\d+)");
    private static final int BLOCK = 1 << 20;
    /** Takes some seconds to read and pack. */
    private static final int BLOCKS = 400;

    private Path content;

    @After
    public void delete() throws IOException {
        Files.delete(content);
    }

    @Test
    public void anImportIsSeenByOthersAndStays() throws Exception {
        Path root = large(TinySite.root());
        CompletableFuture<Finished> importing = importing("shown", root);
        String id = untilItRuns(importing::isDone);
        String shown = CONTAINER.printed("operation", "show", id);
        assertTrue(shown, shown.contains("import of shown@1"));
        Finished followed = CONTAINER.perceus("operation", "follow", id);
        assertEquals(followed.toString(), 0, followed.exit());
        assertTrue(followed.out(), followed.out().contains("operation " + id + " is done: "));
        Finished done = importing.get(1, TimeUnit.MINUTES);
        assertEquals(done.toString(), 0, done.exit());
        assertTrue(done.err(), done.err().contains("operation " + id + ": "));
        String ended = CONTAINER.printed("operation", "show", "--json", id);
        CONTAINER.stop();
        CONTAINER.start();
        assertEquals(ended, CONTAINER.printed("operation", "show", "--json", id));
    }

    @Test
    public void anImportThatAKillEndedSaysSo() throws Exception {
        CompletableFuture<Finished> importing = importing("killed", large(TinySite.root()));
        String id = untilItRuns(importing::isDone);
        CONTAINER.kill();
        assertFalse(importing.get(1, TimeUnit.MINUTES).exit() == 0);
        CONTAINER.start();
        String shown = CONTAINER.printed("operation", "show", id);
        assertTrue(shown, shown.contains("the container ended while it ran"));
        assertEquals(
                "[]",
                CONTAINER.printed("operation", "list", "--running", "--json").strip());
        assertEquals(1, CONTAINER.perceus("operation", "follow", id).exit());
        assertFalse(CONTAINER.printed("vnfs", "list", "--json").contains("killed"));
    }

    @Test
    public void anImportThatIsCancelledSaysByWhom() throws Exception {
        Path root = large(TinySite.root());
        Process client = CONTAINER.begun("perceus", "vnfs", "import", "--no-prepare", "cancelled", root.toString());
        String id = untilItRuns(() -> !client.isAlive());
        client.destroy();
        assertEquals(1, CONTAINER.perceus("operation", "follow", id).exit());
        String shown = CONTAINER.printed("operation", "show", id);
        assertTrue(shown, shown.contains("cancelled: the command of "));
    }

    private static CompletableFuture<Finished> importing(String name, Path root) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return CONTAINER.perceus("vnfs", "import", "--no-prepare", name, root.toString());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** The number of the only operation that runs. */
    private static String untilItRuns(BooleanSupplier over) throws Exception {
        while (!over.getAsBoolean()) {
            Matcher running =
                    ID.matcher(CONTAINER.printed("operation", "list", "--running", "--kind", "import", "--json"));
            if (running.find()) {
                return running.group(1);
            }
        }
        throw new AssertionError("it ended before it was seen: " + CONTAINER.printed("operation", "list"));
    }

    private Path large(Path root) throws IOException {
        content = Files.createDirectories(root.resolve("srv")).resolve("data");
        byte[] block = new byte[BLOCK];
        Random random = new Random(1);
        try (OutputStream out = Files.newOutputStream(content)) {
            for (int i = 0; i < BLOCKS; i++) {
                random.nextBytes(block);
                out.write(block);
            }
        }
        return root;
    }
}
