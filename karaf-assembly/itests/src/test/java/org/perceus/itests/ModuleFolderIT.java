package org.perceus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.ClassRule;
import org.junit.Test;

/** What is in the modules folder is what nodes get, also after restarts. */
public class ModuleFolderIT {
    @ClassRule
    public static final Instance CONTAINER = new Instance();

    @Test
    public void theFolderSaysWhatThereIs() throws Exception {
        Path modules = CONTAINER.folder().resolve("modules");
        Path elsewhere = new ModuleJars("numbered", "1.0.0", NumberedModule.class)
                .write(CONTAINER.folder().resolve("numbered.jar"));
        byte[] whole = Files.readAllBytes(elsewhere);
        Files.write(modules.resolve("numbered.jar"), Arrays.copyOf(whole, whole.length / 2));
        await("numbered.jar is not a whole jar file");
        Files.copy(elsewhere, modules.resolve("next.jar"));
        await("active");
        Files.delete(modules.resolve("numbered.jar"));
        Files.copy(elsewhere, modules.resolve("same.jar"));
        await("same.jar has the same version and the later name");
        Files.delete(modules.resolve("same.jar"));
        CONTAINER.printed("module", "disable", "--reason", "it is not ready", "numbered");
        assertTrue(listed(), listed().contains("disabled") && listed().contains("it is not ready"));
        CONTAINER.stop();
        CONTAINER.start();
        await("disabled");
        CONTAINER.printed("module", "enable", "numbered");
        await("active");
        CONTAINER.stop();
        Files.delete(modules.resolve("next.jar"));
        CONTAINER.start();
        assertEquals("what was removed while it was down is gone", "", listed());
        Finished refused = CONTAINER.perceus("module", "uninstall", "--yes", "hostname");
        assertTrue(refused.err(), refused.err().contains("hostname comes with Perceus"));
        Finished absent = CONTAINER.perceus("module", "install", "/nowhere/numbered.jar");
        assertEquals("perceus: there is no file /nowhere/numbered.jar\n", absent.err());
        assertTrue(CONTAINER.printed("module", "install", elsewhere.toString()).startsWith("installed numbered 1.0.0"));
        assertTrue(listed(), listed().contains("active"));
    }

    private static void await(String words) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!listed().contains(words)) {
            assertTrue(listed(), System.nanoTime() < deadline);
            Thread.sleep(200);
        }
    }

    private static String listed() throws Exception {
        return String.join(
                "\n",
                CONTAINER
                        .printed("module", "list")
                        .lines()
                        .filter(line -> line.startsWith("numbered") || line.contains(".jar"))
                        .toList());
    }
}
