package org.perceus.module.internal.folder;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.Version;

public class JarInspectorTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final JarInspector inspector = new JarInspector(new Version("1.2.0"));

    @Test
    public void aModuleIsTaken() throws Exception {
        ModuleJar jar = ((Inspection.Accepted) inspect(new JarFiles())).jar();
        assertEquals("test.jar", jar.file());
        assertEquals("org.example.test", jar.bundle());
        assertEquals(new Version("1.0.0"), jar.version());
        assertEquals(List.of("test"), jar.names());
        assertTrue(jar.sha256(), jar.sha256().matches("[0-9a-f]{64}"));
    }

    @Test
    public void everyRefusalSaysWhy() throws Exception {
        assertRefused("is not an OSGi bundle", new JarFiles().with("Bundle-SymbolicName", null));
        assertRefused("is not an OSGi bundle", new JarFiles().with("Bundle-ManifestVersion", "1"));
        assertRefused("no capability perceus.module", new JarFiles().with("Provide-Capability", "osgi.service"));
        assertRefused(
                "without a proper name",
                new JarFiles().with("Provide-Capability", "perceus.module;perceus.module=\"../x\""));
        assertRefused("is a fragment", new JarFiles().with("Fragment-Host", "org.perceus.provisioning-spi"));
        assertRefused(
                "exports its own copy of org.perceus.provisioning.spi",
                new JarFiles().with("Export-Package", "org.x,org.perceus.provisioning.spi;version=\"1.9\""));
        assertRefused("exports org.x", new JarFiles().with("Export-Package", "org.x;uses:=\"a,b\""));
        assertRefused("does not import", new JarFiles().with("Import-Package", "org.osgi.framework"));
        assertRefused(
                "contains a copy of org.perceus.provisioning.spi",
                new JarFiles().entry("org/perceus/provisioning/spi/NodeView.class"));
        assertRefused("is not a whole jar", new JarFiles().version("one"));
    }

    @Test
    public void onlyAMatchingVersionOfTheSpiIsTaken() throws Exception {
        assertRefused("needs version [2.0,3) of the SPI, and this container has 1.2.0", importing("[2.0,3)"));
        assertRefused("needs version [1.3,2)", importing("[1.3,2)"));
        assertTrue(inspect(importing("[1.2,2)")) instanceof Inspection.Accepted);
        assertTrue(inspect(importing("1.0")) instanceof Inspection.Accepted);
        assertRefused("is not a whole jar", importing("[one,two)"));
    }

    @Test
    public void aJarThatWasCutOffAnywhereIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(new JarFiles().write(file()));
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(file(), Arrays.copyOf(whole, length));
            assertTrue(String.valueOf(length), inspector.inspect(file()) instanceof Inspection.Refused);
        }
    }

    @Test
    public void damageIsFound() throws Exception {
        byte[] whole = Files.readAllBytes(new JarFiles().write(file()));
        whole[whole.length / 4] ^= 0x55;
        Files.write(file(), whole);
        assertTrue(inspector.inspect(file()) instanceof Inspection.Refused);
    }

    @Test
    public void whatIsNoFileIsNotRead() throws Exception {
        Path pipe = file();
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertRefused("is not a file", pipe);
        Files.delete(pipe);
        assertRefused("is not a file", Files.createDirectory(pipe));
    }

    @Test
    public void aNameThatNotEveryContainerCanWriteIsRefused() throws Exception {
        assertRefused(
                "has a name with other than ASCII characters: rename it",
                new JarFiles().write(folder.getRoot().toPath().resolve("a\tb.jar")));
    }

    @Test
    public void aSmallFileWithMuchInItIsRefused() throws Exception {
        assertRefused(
                "unpacks to more than 512 MiB", new JarFiles().entry("zeros").zeros(520));
        assertRefused(
                "has a manifest of more than 1 MiB",
                new JarFiles().entry("META-INF/MANIFEST.MF").zeros(2));
    }

    private void assertRefused(String reason, Path file) {
        assertEquals(reason, ((Inspection.Refused) inspector.inspect(file)).reason());
    }

    private static JarFiles importing(String range) {
        return new JarFiles().with("Import-Package", "org.perceus.provisioning.spi;version=\"" + range + "\"");
    }

    private void assertRefused(String reason, JarFiles jar) throws Exception {
        String actual = ((Inspection.Refused) inspect(jar)).reason();
        assertTrue(actual, actual.contains(reason));
    }

    private Inspection inspect(JarFiles jar) throws Exception {
        return inspector.inspect(jar.write(file()));
    }

    private Path file() {
        return folder.getRoot().toPath().resolve("test.jar");
    }
}
