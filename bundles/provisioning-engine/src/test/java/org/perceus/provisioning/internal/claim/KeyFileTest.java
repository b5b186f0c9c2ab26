package org.perceus.provisioning.internal.claim;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class KeyFileTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path file;

    @Before
    public void choose() {
        file = folder.getRoot().toPath().resolve("data/engine/claims.key");
    }

    @Test
    public void theKeyIsMadeOnceAndForItsOwnerOnly() throws Exception {
        var key = new KeyFile(file).readOrCreate(new SecureRandom());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(32, Files.size(file));
        assertEquals(key, new KeyFile(file).readOrCreate(new SecureRandom()));
        assertEquals("nothing else is left", 1, file.getParent().toFile().list().length);
    }

    @Test
    public void keysDiffer() throws Exception {
        var key = new KeyFile(file).readOrCreate(new SecureRandom());
        var other = new KeyFile(folder.getRoot().toPath().resolve("other/claims.key"));
        assertNotEquals(key, other.readOrCreate(new SecureRandom()));
    }

    @Test
    public void aKeyThatWasLeftHalfWrittenIsMadeAnew() throws Exception {
        Files.createDirectories(file.getParent());
        Files.write(file.resolveSibling("claims.key.new"), new byte[5]);
        new KeyFile(file).readOrCreate(new SecureRandom());
        assertEquals(32, Files.size(file));
    }

    @Test
    public void aDamagedKeyIsNeitherUsedNorReplaced() throws Exception {
        Files.createDirectories(file.getParent());
        for (int length : new int[] {0, 31, 33, 4096}) {
            Files.write(file, new byte[length]);
            IOException refusal =
                    assertThrows(IOException.class, () -> new KeyFile(file).readOrCreate(new SecureRandom()));
            assertTrue(refusal.getMessage(), refusal.getMessage().startsWith("the key in " + file + " is damaged: "));
            assertEquals(length, Files.size(file));
        }
    }

    @Test
    public void aKeyThatOthersMayReadIsHiddenFromThem() throws Exception {
        new KeyFile(file).readOrCreate(new SecureRandom());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        new KeyFile(file).readOrCreate(new SecureRandom());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
}
