package org.perceus.vnfs.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.vnfs.Artifact;

public class FileArtifactStoreTest {
    private static final String HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private final SetClock clock = new SetClock();
    private Path directory;
    private FileArtifactStore store;

    @Before
    public void start() {
        directory = temporary.getRoot().toPath();
        store = new FileArtifactStore(directory, clock);
    }

    @Test
    public void namesAnArtifactByItsContent() throws IOException {
        Artifact artifact = publish("hello");

        assertEquals(new Artifact(HELLO, 5), artifact);
        Path file = store.find(HELLO).orElseThrow();
        assertEquals(directory.resolve("artifacts/2c").resolve(HELLO), file);
        assertEquals("hello", Files.readString(file));
    }

    @Test
    public void letsEverybodyReadAndNobodyRun() throws IOException {
        publish("hello");
        Path file = store.find(HELLO).orElseThrow();

        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    public void keepsTheSameContentOnce() throws IOException {
        assertEquals(publish("hello"), publish("hello"));

        assertEquals(List.of("artifacts/2c/" + HELLO), files());
    }

    @Test
    public void keepsNothingOfContentThatFails() throws IOException {
        IOException failure = assertThrows(
                IOException.class,
                () -> store.publish(out -> {
                    out.write(1);
                    throw new IOException("no more");
                }));

        assertEquals("no more", failure.getMessage());
        assertEquals(List.of(), files());
    }

    @Test
    public void keepsNothingOfContentThatThrows() throws IOException {
        assertThrows(
                IllegalStateException.class,
                () -> store.publish(out -> {
                    throw new IllegalStateException();
                }));

        assertEquals(List.of(), files());
    }

    @Test
    public void takesContentThatClosesItsStream() throws IOException {
        Artifact artifact = store.publish(out -> {
            out.write("hel".getBytes(StandardCharsets.US_ASCII));
            out.write('l');
            out.write('o');
            out.close();
        });

        assertEquals(HELLO, artifact.sha256());
    }

    @Test
    public void keepsEmptyContent() throws IOException {
        Artifact artifact = store.publish(OutputStream::flush);

        assertEquals(0, artifact.size());
        assertTrue(store.find(artifact.sha256()).isPresent());
    }

    @Test
    public void findsNothingByHostileText() throws IOException {
        publish("hello");
        Files.writeString(directory.resolve("secret"), "x");

        for (String text : List.of(
                "",
                "2c",
                "../../secret",
                HELLO.toUpperCase(Locale.ROOT),
                HELLO + "/",
                HELLO + "\0",
                HELLO + "\n",
                "2c/" + HELLO,
                "\uD800",
                "0".repeat(64),
                "a".repeat(1 << 20))) {
            assertTrue(text, store.find(text).isEmpty());
        }
    }

    @Test
    public void clearsAwayAtItsStartWhatAKilledProcessLeft() throws IOException {
        publish("hello");
        Files.writeString(new WorkFolder(directory).newFile("artifact"), "half");
        assertEquals(2, files().size());

        new FileArtifactStore(directory, clock);

        assertEquals(List.of("artifacts/2c/" + HELLO), files());
    }

    @Test
    public void findsAfterARestart() throws IOException {
        publish("hello");

        assertTrue(new FileArtifactStore(directory, clock).find(HELLO).isPresent());
    }

    @Test
    public void takesTheSameContentFromManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Artifact>> all = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            String content = "content " + i % 4;
            all.add(threads.submit(() -> publish(content)));
        }
        for (Future<Artifact> artifact : all) {
            assertTrue(store.find(artifact.get().sha256()).isPresent());
        }
        threads.shutdown();
        assertEquals(4, files().size());
    }

    @Test
    public void sweepsWhatIsOldAndUnused() throws IOException {
        Artifact used = publish("used");
        Artifact unused = publish("unused");
        clock.advance(Duration.ofHours(2));
        Artifact fresh = publish("fresh");

        List<Artifact> removed =
                store.sweep(Set.of(used.sha256()), clock.instant().minus(Duration.ofHours(1)));

        assertEquals(List.of(unused), removed);
        assertTrue(store.find(used.sha256()).isPresent());
        assertTrue(store.find(fresh.sha256()).isPresent());
        assertFalse(store.find(unused.sha256()).isPresent());
    }

    @Test
    public void givesWhatIsPublishedAgainItsTimeAnew() throws IOException {
        publish("hello");
        clock.advance(Duration.ofHours(2));
        publish("hello");

        assertEquals(List.of(), store.sweep(Set.of(), clock.instant().minus(Duration.ofHours(1))));
    }

    @Test
    public void leavesForeignFilesAlone() throws IOException {
        Path foreign =
                Files.createDirectories(directory.resolve("artifacts/zz")).resolve("README");
        Files.writeString(foreign, "mine");
        clock.advance(Duration.ofDays(9999));

        store.sweep(Set.of(), clock.instant());

        assertTrue(Files.exists(foreign));
    }

    @Test
    public void saysWhyItCannotStart() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        String message = assertThrows(UncheckedIOException.class, () -> new FileArtifactStore(file, clock))
                .getMessage();

        assertTrue(message, message.contains("artifacts cannot be kept below " + file));
    }

    private Artifact publish(String content) throws IOException {
        return store.publish(out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
