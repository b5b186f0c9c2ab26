package org.perceus.module.internal.folder;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.Version;
import org.perceus.module.testing.PlainWriter;

public class ModuleFolderTest {
    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private Path modules;
    private Path elsewhere;

    /** Time for a file to settle is not waited for: these look from later. */
    private ModuleFolder folder;

    @Before
    public void create() throws Exception {
        modules = temporary.getRoot().toPath().resolve("modules");
        elsewhere = temporary.newFolder().toPath();
        folder = at(Duration.ofMinutes(1));
    }

    @Test
    public void theFolderIsMade() throws Exception {
        assertEquals(Map.of(), folder.look().files());
        assertTrue(Files.isDirectory(modules));
    }

    @Test
    public void onlyJarsAreLookedAt() throws Exception {
        folder.look();
        new JarFiles().write(modules.resolve("a.jar"));
        new JarFiles().write(modules.resolve(".hidden.jar"));
        Files.writeString(modules.resolve("README"), "put modules here");
        assertEquals(Set.of("a.jar"), folder.look().files().keySet());
        assertEquals("a.jar", folder.look().jars().get(0).file());
    }

    @Test
    public void aFileThatIsBeingWrittenIsNotTaken() throws Exception {
        ModuleFolder early = at(Duration.ZERO);
        early.look();
        new JarFiles().write(modules.resolve("a.jar"));
        assertEquals(Optional.empty(), early.look().files().get("a.jar"));
        assertEquals(1, folder.look().jars().size());
    }

    @Test
    public void aCopyThatPausedIsTakenWhenItIsWhole() throws Exception {
        byte[] whole = Files.readAllBytes(new JarFiles().write(elsewhere.resolve("a.jar")));
        folder.look();
        Path file = Files.write(modules.resolve("a.jar"), Arrays.copyOf(whole, whole.length / 2));
        assertTrue(folder.look().files().get("a.jar").orElseThrow() instanceof Inspection.Refused);
        Files.write(file, Arrays.copyOfRange(whole, whole.length / 2, whole.length), StandardOpenOption.APPEND);
        assertEquals(1, folder.look().jars().size());
    }

    @Test
    public void otherContentOfTheSameSizeAndTimeIsSeen() throws Exception {
        folder.look();
        Path file = new JarFiles().version("1.0.0").write(modules.resolve("a.jar"));
        var time = Files.getLastModifiedTime(file);
        ModuleJar before = folder.look().jars().get(0);
        new JarFiles().version("1.0.1").write(file);
        Files.setLastModifiedTime(file, time);
        assertNotEquals(before.sha256(), folder.look().jars().get(0).sha256());
    }

    @Test
    public void aJarThatIsPutIsThereAtOnce() throws Exception {
        ModuleFolder early = at(Duration.ZERO);
        Path source = new JarFiles().write(elsewhere.resolve("a.jar"));
        early.put(source, ((Inspection.Accepted) inspector().inspect(source)).jar());
        assertEquals(1, early.look().jars().size());
        try (Stream<Path> files = Files.list(modules)) {
            assertEquals(List.of(modules.resolve("a.jar")), files.toList());
        }
    }

    @Test
    public void aJarThatWasChangedSinceItWasLookedAtIsNotPut() throws Exception {
        folder.look();
        new JarFiles().write(modules.resolve("a.jar"));
        byte[] before = Files.readAllBytes(modules.resolve("a.jar"));
        Path source = new JarFiles().version("1.1.0").write(elsewhere.resolve("a.jar"));
        ModuleJar jar = ((Inspection.Accepted) inspector().inspect(source)).jar();
        Files.writeString(source, "half of the next build");
        Refusal refusal = assertThrows(Refusal.class, () -> folder.put(source, jar));
        assertEquals(source + " was changed meanwhile: try again", refusal.getMessage());
        assertArrayEquals(before, Files.readAllBytes(modules.resolve("a.jar")));
    }

    @Test
    public void theHighestVersionOfABundleIsTheNewest() throws Exception {
        folder.look();
        new JarFiles().version("1.9.0").write(modules.resolve("z.jar"));
        new JarFiles().version("1.10.0").write(modules.resolve("a.jar"));
        assertEquals("a.jar", folder.look().newest().get("org.example.test").file());
        Files.delete(modules.resolve("a.jar"));
        assertEquals("z.jar", folder.look().newest().get("org.example.test").file());
    }

    @Test
    public void disabledModulesAreFilesToo() throws Exception {
        folder.disable("hostname", "the name service is being moved");
        assertEquals(
                Map.of("hostname", "the name service is being moved"),
                folder.look().disabled());
        folder.enable("hostname");
        assertEquals(Map.of(), folder.look().disabled());
    }

    @Test
    public void aReasonIsCutAndNeedNotBeProperText() throws Exception {
        folder.look();
        Files.write(modules.resolve("big.disabled"), new byte[3 << 20]);
        Files.write(modules.resolve("odd.disabled"), new byte[] {'w', 'h', 'y', (byte) 0xe9});
        Files.createDirectory(modules.resolve("folder.disabled"));
        assertEquals(
                Map.of("big", "", "odd", "why\ufffd", "folder", ""),
                folder.look().disabled());
    }

    @Test
    public void aLinkThatLeadsNowhereIsSaidAndHoldsUpNoOther() throws Exception {
        folder.look();
        Files.createSymbolicLink(modules.resolve("loop.jar"), Path.of("loop.jar"));
        Files.createSymbolicLink(modules.resolve("gone.jar"), Path.of("not-there.jar"));
        new JarFiles().write(modules.resolve("a.jar"));
        assertEquals(1, folder.look().jars().size());
        assertRefused("cannot be read: ", "loop.jar");
        assertRefused("is a link to a file that is not there", "gone.jar");
    }

    @Test
    public void aLinkToAJarIsTaken() throws Exception {
        folder.look();
        Files.createSymbolicLink(modules.resolve("a.jar"), new JarFiles().write(elsewhere.resolve("b.jar")));
        assertEquals("a.jar", folder.look().jars().get(0).file());
    }

    private void assertRefused(String reason, String file) throws Exception {
        String actual = ((Inspection.Refused) folder.look().files().get(file).orElseThrow()).reason();
        assertTrue(actual, actual.startsWith(reason));
    }

    private ModuleFolder at(Duration later) {
        return new ModuleFolder(
                modules,
                inspector(),
                new PlainWriter(),
                Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC));
    }

    private static JarInspector inspector() {
        return new JarInspector(new Version("1.0.0"));
    }
}
