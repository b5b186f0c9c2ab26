package org.perceus.vnfs.internal.source;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.vnfs.internal.Shell;
import org.perceus.vnfs.internal.root.SourceRejected;

public class SpoolTest {
    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private Path file;
    private Spool spool;

    @Before
    public void open() throws IOException {
        file = temporary.newFile().toPath();
        spool = new Spool(file);
    }

    @Test
    public void leavesRoomForOthersOnTheDisk() throws IOException {
        byte[] content = new byte[1 << 20];
        Arrays.fill(content, (byte) 'x');
        Path other = temporary.newFile().toPath();
        long disk = (1L << 30) + (40L << 20);
        try (Spool bounded = new Spool(other, () -> disk - Files.size(other))) {
            String reason = assertThrows(SourceRejected.class, () -> {
                        while (true) {
                            bounded.append(new ByteArrayInputStream(content));
                        }
                    })
                    .getMessage();
            assertEquals(
                    "it unpacks to more than fits on the disk with " + other.getParent()
                            + ", of which 1024 MiB have to stay free",
                    reason);
            assertTrue(Files.size(other) < 64L << 20);
        }
    }

    @Test
    public void takesZerosWithoutRoom() throws IOException {
        Path other = temporary.newFile().toPath();
        try (Spool bounded = new Spool(other, () -> 0)) {
            for (int i = 0; i < 100; i++) {
                bounded.append(new ByteArrayInputStream(new byte[1 << 20]));
            }
            assertEquals(0, Files.size(other));
        }
    }

    @Test
    public void givesBackWhatItTook() throws IOException {
        Random random = new Random(11);
        List<byte[]> contents = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        for (int size : new int[] {0, 1, 5, 1 << 17, (1 << 17) - 6, (1 << 17) + 1, 1 << 20, 3, 0, 400_000}) {
            byte[] content = new byte[size];
            if (random.nextInt(3) > 0) {
                random.nextBytes(content);
            }
            contents.add(content);
            positions.add(spool.position());
            spool.append(new ByteArrayInputStream(content));
        }
        spool.flush();

        for (int i = contents.size() - 1; i >= 0; i--) {
            byte[] content = contents.get(i);
            assertArrayEquals(
                    content, spool.read(positions.get(i), content.length).readAllBytes());
        }
        spool.close();
    }

    @Test
    public void givesZerosBackThatItNeverWrote() throws IOException {
        byte[] zeros = new byte[8 << 20];
        spool.append(new ByteArrayInputStream(zeros));
        spool.flush();

        assertArrayEquals(zeros, spool.read(0, zeros.length).readAllBytes());
        assertEquals(0, spool.read(5, 1).read());
        assertEquals(-1, spool.read(5, 0).read());
        assertEquals(
                "0",
                Shell.run(temporary.getRoot().toPath(), "stat -c %b " + file).strip());
        spool.close();
    }

    @Test
    public void doesNotReadWhatIsNotWrittenYet() throws IOException {
        spool.append(new ByteArrayInputStream(new byte[] {1, 2, 3}));

        assertThrows(IOException.class, () -> spool.read(0, 3).read());
        spool.close();
    }

    @Test
    public void isGoneWhenItIsClosed() throws IOException {
        spool.append(new ByteArrayInputStream(new byte[] {1}));
        assertTrue(Files.exists(file));

        spool.close();

        assertFalse(Files.exists(file));
    }

    @Test
    public void namesFilesByTheirBytes() throws IOException {
        Path folder = temporary.newFolder().toPath();
        Shell.run(folder, "mkdir $'\\xe4'; touch $'\\xe4/\\xff %41+?\\n' $'\\xe4/plain' $'\\xe4/\\xc3\\xa4'");
        Path odd = BytePaths.resolve(folder, "\u00e4");
        List<String> names = new ArrayList<>();
        try (var files = Files.newDirectoryStream(odd)) {
            files.forEach(path -> names.add(BytePaths.name(path)));
        }
        names.sort(null);

        assertEquals(Arrays.asList("plain", "\u00c3\u00a4", "\u00ff %41+?\n"), names);
        assertTrue(Files.isRegularFile(BytePaths.resolve(odd, "\u00ff %41+?\n")));
        assertEquals(folder + "/\u00e4", BytePaths.whole(odd));
        assertEquals("\u00e4", BytePaths.name(odd));
    }
}
