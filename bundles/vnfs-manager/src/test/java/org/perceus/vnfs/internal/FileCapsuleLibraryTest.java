package org.perceus.vnfs.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.vnfs.Artifact;
import org.perceus.vnfs.ArtifactStore;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.ImportResult;
import org.perceus.vnfs.ImportResult.Imported;
import org.perceus.vnfs.ImportResult.Rejected;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.internal.root.Limits;
import org.perceus.vnfs.internal.tar.TarBuilder;

public class FileCapsuleLibraryTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private final SetClock clock = new SetClock();
    private Site site;
    private Path tar;

    @Before
    public void start() throws IOException {
        restart();
        tar = site.file(new TarBuilder()
                .minimalRoot()
                .file("./a", "four")
                .hardLink("./b", "./a")
                .bytes());
    }

    @Test
    public void tellsWhatItImported() {
        Capsule capsule = site.imported(Site.DEBIAN, tar);

        assertEquals(Site.DEBIAN, capsule.id());
        assertEquals("/boot/vmlinuz-6.1.0-9-amd64", capsule.kernel().path());
        assertEquals("6.1.0-9-amd64", capsule.kernel().release());
        assertEquals(FakeKernel.of("").length() + "#!init".length() + "four".length(), capsule.rootSize());
        assertEquals(9, capsule.files());
        assertEquals(NOON, capsule.imported());
        assertEquals(Optional.of(capsule), site.library.find(Site.DEBIAN));
    }

    @Test
    public void leavesOnlyTheCapsuleAndItsRoot() throws IOException {
        Capsule capsule = site.imported(Site.DEBIAN, tar);

        String hash = capsule.root().sha256();
        assertEquals(
                List.of("artifacts/" + hash.substring(0, 2) + "/" + hash, "capsules/debian/1/capsule.json"),
                site.files());
        assertEquals(capsule.root().size(), Files.size(site.store.find(hash).orElseThrow()));
    }

    @Test
    public void knowsItsCapsulesAfterARestart() {
        Capsule one = site.imported(Site.DEBIAN, tar);
        Capsule other = site.imported(new CapsuleId("rocky_9", "2026.11-RC1"), tar);

        restart();

        assertEquals(List.of(one, other), site.library.capsules());
    }

    @Test
    public void listsByNameAndTheNewestFirst() {
        for (String id : List.of("b@2", "a@10", "a@9", "b@1", "a@11")) {
            site.imported(CapsuleId.parse(id), tar);
            clock.advance(Duration.ofSeconds(1));
        }

        assertEquals(
                List.of("a@11", "a@9", "a@10", "b@1", "b@2"),
                site.library.capsules().stream()
                        .map(capsule -> capsule.id().toString())
                        .toList());
    }

    @Test
    public void takesTheVersionsOrderForWhatCameAtOnce() {
        for (String id : List.of("a@9", "a@10", "a@8")) {
            site.imported(CapsuleId.parse(id), tar);
        }

        assertEquals("10", site.library.find("a").orElseThrow().id().version());
    }

    @Test
    public void findsTheLatestByName() {
        site.imported(CapsuleId.parse("a@2"), tar);
        clock.advance(Duration.ofSeconds(1));
        site.imported(CapsuleId.parse("a@1"), tar);

        assertEquals("1", site.library.find("a").orElseThrow().id().version());
        assertEquals("2", site.library.find("a@2").orElseThrow().id().version());
        for (String text : List.of("b", "a@3", "A", "a@", "@", "", "../a", "a@../1", "a@1@1")) {
            assertTrue(text, site.library.find(text).isEmpty());
        }
    }

    @Test
    public void doesNotChangeACapsule() throws IOException {
        Capsule first = site.imported(Site.DEBIAN, tar);
        Path missing = tar.resolveSibling("missing");

        ImportResult result = site.importFrom(Site.DEBIAN, missing);

        assertEquals(new Rejected("debian@1 is there already: capsules do not change, give a new version"), result);
        assertEquals(List.of(first), site.library.capsules());
    }

    @Test
    public void importsTheSameNameOnlyOnceAtATime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<ImportResult>> results = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            results.add(threads.submit(() -> site.importFrom(Site.DEBIAN, tar)));
        }
        int imported = 0;
        for (Future<ImportResult> result : results) {
            imported += result.get() instanceof Imported ? 1 : 0;
        }
        threads.shutdown();

        assertEquals(1, imported);
        assertEquals(2, site.files().size());
    }

    @Test
    public void takesDifferentNamesAtTheSameTime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Capsule>> results = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            CapsuleId id = new CapsuleId("debian", "v" + i);
            results.add(threads.submit(() -> site.imported(id, tar)));
        }
        for (Future<Capsule> result : results) {
            assertTrue(site.library.find(result.get().id()).isPresent());
        }
        threads.shutdown();
        restart();
        assertEquals(8, site.library.capsules().size());
    }

    @Test
    public void isCancelledByInterruption() throws Exception {
        Path large = site.file(new TarBuilder()
                .minimalRoot()
                .file("./large", "x".repeat(9 << 20))
                .bytes());
        List<String> tasks = new ArrayList<>();
        for (String task : List.of("reading", "packing")) {
            Thread worker = new Thread(() -> {
                Progress interrupting = (name, done, total) -> {
                    if (name.startsWith(task) && done > 0) {
                        Thread.currentThread().interrupt();
                    }
                };
                ImportResult result = site.library.importRoot(Site.DEBIAN, large, interrupting);
                tasks.add(result + " " + Thread.currentThread().isInterrupted());
            });
            worker.start();
            worker.join();
        }

        String cancelled = new Rejected("the import of debian@1 was cancelled") + " true";
        assertEquals(List.of(cancelled, cancelled), tasks);
        assertEquals(List.of(), site.files());
        assertTrue(site.library.capsules().isEmpty());
        site.imported(Site.DEBIAN, large);
    }

    @Test
    public void importsInTurnAndSaysSo() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<ImportResult> first =
                threads.submit(() -> site.library.importRoot(Site.DEBIAN, tar, (name, done, all) -> {
                    reading.countDown();
                    await(goOn);
                }));
        reading.await();
        CapsuleId other = new CapsuleId("debian", "2");
        BlockingQueue<String> tasks = new LinkedBlockingQueue<>();
        Future<ImportResult> second =
                threads.submit(() -> site.library.importRoot(other, tar, (name, done, all) -> tasks.add(name)));
        assertEquals("waiting for other imports", tasks.take());
        Thread cancelled = new Thread(() -> {
            Thread.currentThread().interrupt();
            tasks.add(site.importFrom(new CapsuleId("debian", "3"), tar).toString());
        });
        cancelled.start();
        cancelled.join();
        assertEquals(new Rejected("the import of debian@3 was cancelled").toString(), tasks.take());
        assertTrue(tasks.isEmpty());
        goOn.countDown();
        assertTrue(first.get() instanceof Imported);
        assertTrue(second.get() instanceof Imported);
        threads.shutdown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    public void leavesNothingWhenTheStoreFails() throws IOException {
        ArtifactStore full = new ArtifactStore() {
            @Override
            public Artifact publish(Content content) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public Optional<Path> find(String sha256) {
                return Optional.empty();
            }
        };
        FileCapsuleLibrary library = library(full);

        ImportResult result = library.importRoot(Site.DEBIAN, tar, Progress.none());

        assertEquals(new Rejected("the import of debian@1 failed on this server: No space left on device"), result);
        assertEquals(List.of(), library.capsules());
        assertEquals(List.of(), site.files());
    }

    @Test
    public void tellsHowFarItIs() {
        List<String> heard = new ArrayList<>();
        site.library.importRoot(Site.DEBIAN, tar, (task, done, total) -> heard.add(task + " " + done + "/" + total));

        assertEquals("reading the archive 0/0", heard.get(0));
        assertEquals("packing debian@1 1034/1034", heard.get(heard.size() - 1));
    }

    @Test
    public void forgetsACapsule() throws IOException {
        Capsule kept = site.imported(CapsuleId.parse("debian@2"), tar);
        site.imported(Site.DEBIAN, tar);

        assertTrue(site.library.remove(Site.DEBIAN));
        assertFalse(site.library.remove(Site.DEBIAN));

        assertEquals(List.of(kept), site.library.capsules());
        restart();
        assertEquals(List.of(kept), site.library.capsules());
        assertFalse(Files.exists(site.directory.resolve("capsules/debian/1")));
        assertTrue(site.library.remove(kept.id()));
        assertFalse(Files.exists(site.directory.resolve("capsules/debian")));
    }

    @Test
    public void leavesForeignFilesInAFolderThatItRemoves() throws IOException {
        site.imported(Site.DEBIAN, tar);
        Path note = Files.writeString(site.directory.resolve("capsules/debian/1/note"), "mine");

        assertTrue(site.library.remove(Site.DEBIAN));

        assertTrue(Files.exists(note));
        restart();
        assertTrue(site.library.capsules().isEmpty());
    }

    @Test
    public void passesOverDamagedFiles() throws IOException {
        Capsule sound = site.imported(new CapsuleId("sound", "1"), tar);
        site.imported(Site.DEBIAN, tar);
        Path file = site.directory.resolve("capsules/debian/1/capsule.json");
        String json = Files.readString(file);
        for (String damaged : List.of(
                "",
                "{",
                "[]",
                "null",
                "{}",
                json.substring(0, json.length() / 2),
                json.replace("\"format\": 1", "\"format\": 2"),
                json.replace("debian", "other"),
                json.replace("debian", "../../x"),
                json.replaceAll("\"rootSha256\": \"..", "\"rootSha256\": \"zz"),
                json.replaceAll("\"imported\": \"[^\"]*\"", "\"imported\": \"yesterday\""),
                json.replaceAll("\"kernelPath\".*\n", ""),
                json.replaceAll("\"rootSize\": [0-9]+", "\"rootSize\": \"large\""),
                json.replaceAll("\"findings\": \\[[^\\]]*\\]", "\"findings\": null"),
                json.replaceAll("(?s)\"kernels\": \\[.*?\\]", "\"kernels\": [null]"))) {
            assertFalse(json.equals(damaged));
            Files.writeString(file, damaged);
            restart();
            assertEquals(damaged, List.of(sound), site.library.capsules());
            assertEquals(damaged, Files.readString(file));
        }
        Files.writeString(file, json);
        restart();
        assertEquals(2, site.library.capsules().size());
    }

    @Test
    public void passesOverWhatAKilledImportLeft() throws IOException {
        Files.createDirectories(site.directory.resolve("capsules/half/1"));
        Files.writeString(new WorkFolder(site.directory).newFile("capsule"), "{");
        Files.writeString(new WorkFolder(site.directory).newFile("spool"), "...");

        restart();

        assertEquals(List.of(), site.library.capsules());
        assertEquals(List.of(), site.files());
        site.imported(new CapsuleId("half", "1"), tar);
    }

    @Test
    public void survivesBeingKilledAtAnyMoment() throws Exception {
        // What stands on the disk after each step of an import is what a killed process would leave.
        CountDownLatch packing = new CountDownLatch(1);
        Path large = site.file(new TarBuilder()
                .minimalRoot()
                .file("./large", "x".repeat(9 << 20))
                .bytes());
        Path snapshot = temporary.newFolder().toPath();
        site.library.importRoot(Site.DEBIAN, large, (task, done, total) -> {
            if (task.startsWith("packing") && done > 0 && packing.getCount() > 0) {
                packing.countDown();
                try {
                    Shell.run(snapshot, "cp -a " + site.directory + "/. .");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        assertTrue(Shell.lines(snapshot, "find . -type f").size() >= 2);

        FileArtifactStore store = new FileArtifactStore(snapshot, clock);

        assertEquals(List.of(), Shell.lines(snapshot, "find . -type f"));
        assertTrue(new FileCapsuleLibrary(store, () -> settings(snapshot), clock)
                .capsules()
                .isEmpty());
    }

    private void restart() {
        site = new Site(temporary, Limits.of(1L << 40, 1000), clock);
    }

    private FileCapsuleLibrary library(ArtifactStore store) {
        return new FileCapsuleLibrary(store, () -> settings(site.directory), clock);
    }

    private static VnfsSettings settings(Path directory) {
        Compression fast = new Compression(1, 1);
        return new VnfsSettings(directory, fast, fast, Limits.of(1L << 40, 1000), Duration.ofHours(1));
    }
}
