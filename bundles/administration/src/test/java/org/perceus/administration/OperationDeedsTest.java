package org.perceus.administration;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.perceus.administration.testing.AdministeredSite.ROOT;
import static org.perceus.administration.testing.AdministeredSite.done;
import static org.perceus.administration.testing.AdministeredSite.refused;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.Before;
import org.junit.Test;
import org.perceus.administration.capsule.CapsuleDeeds;
import org.perceus.administration.operation.DeedProgress;
import org.perceus.administration.operation.OperationDeeds;
import org.perceus.node.operation.Operation;
import org.perceus.node.operation.OperationKind;
import org.perceus.node.operation.RunningOperation;

public class OperationDeedsTest extends DeedTestCase {
    private static final Administrator JANE =
            new Administrator(new Account("jane", Account.Origin.SYSTEM), "perceus vnfs import rocky .", "as agreed");

    private final List<Long> began = new ArrayList<>();
    private final DeedProgress progress = new DeedProgress() {
        @Override
        public void at(String task, long done, long total) {
            // the operation hears it, too
        }

        @Override
        public void began(long operation) {
            began.add(operation);
        }
    };
    private OperationDeeds deeds;

    @Before
    public void find() {
        deeds = site.deeds.operations();
    }

    @Test
    public void anImportIsAnOperation() throws InterruptedException {
        importRoot(false);
        Operation seen = only();
        assertEquals(List.of(seen.id()), began);
        assertEquals(OperationKind.IMPORT, seen.kind());
        assertEquals("rocky@1", seen.subject());
        assertEquals(JANE.author(), seen.author());
        assertEquals("reading", seen.steps().get(0).name());
        assertEquals(100, seen.percent().orElseThrow());
        assertEquals(
                "23456 files, packed to 287 MiB, kernel 6.1.0-30-amd64",
                seen.end().orElseThrow().sentence());
        assertTrue(seen.end().orElseThrow().succeeded());
    }

    @Test
    public void whyAnImportFailedStays() throws InterruptedException {
        site.library.rejection = Optional.of("the archive has no kernel");
        refused(importRoot(false));
        assertEquals(
                "nothing was imported: the archive has no kernel",
                only().end().orElseThrow().sentence());
        assertFalse(only().end().orElseThrow().succeeded());
    }

    @Test
    public void dryRunsAndWhatIsRefusedAtOnceAreNone() throws InterruptedException {
        done(importRoot(true));
        refused(site.deeds.capsules().importRoot(JANE, source("debian-12@2"), false, progress));
        done(site.deeds.modules().swap(JANE, "hostname", Path.of("h.jar"), true, progress));
        assertEquals(List.of(), began);
        assertEquals(List.of(), site.operations.recent());
    }

    @Test
    public void whoCancelledAnImportIsTold() throws InterruptedException {
        site.library.rejection = Optional.of("the import of rocky@1 was cancelled");
        Thread.currentThread().interrupt();
        refused(importRoot(false));
        assertTrue(Thread.interrupted());
        String sentence = only().end().orElseThrow().sentence();
        assertTrue(sentence, sentence.startsWith("cancelled: the command of jane ended before it did, by Ctrl-C"));
    }

    @Test
    public void whatThrowsEndsItsOperation() {
        assertThrows(
                IllegalStateException.class,
                () -> site.deeds.capsules().importRoot(JANE, source("rocky"), false, (task, done, total) -> {
                    throw new IllegalStateException("a fault");
                }));
        assertFalse(only().end().orElseThrow().succeeded());
    }

    @Test
    public void aModuleThatIsReplacedIsAnUpdate() throws InterruptedException {
        done(site.deeds.modules().swap(JANE, "hostname", Path.of("/tmp/h.jar"), false, progress));
        assertEquals(OperationKind.UPDATE, only().kind());
        assertEquals("hostname", only().subject());
        done(site.deeds.modules().install(JANE, Path.of("/tmp/new-2.jar"), false, progress));
        assertEquals("new-2.jar", site.operations.recent().get(0).subject());
        site.modules.refusal = Optional.of("it does not resolve");
        refused(site.deeds.modules().install(JANE, Path.of("/tmp/new-2.jar"), false, progress));
        assertEquals(
                "it does not resolve",
                site.operations.recent().get(0).end().orElseThrow().sentence());
    }

    @Test
    public void isListedByKindAndFoundByItsNumber() throws InterruptedException {
        importRoot(false);
        site.operations.begin(OperationKind.BUILD, "rocky@1 for nfs-root", JANE.author());
        assertEquals(2, list(Optional.empty(), false).size());
        assertEquals(1, list(Optional.of("import"), false).size());
        assertEquals(OperationKind.BUILD, list(Optional.empty(), true).get(0).kind());
        assertTrue(refused(deeds.list(ROOT, Optional.of("boots"), false, 1)).misused());
        for (int limit : new int[] {0, -1, 10_001}) {
            assertTrue(refused(deeds.list(ROOT, Optional.empty(), false, limit)).misused());
        }
        assertEquals("rocky@1", done(deeds.show(ROOT, 1)).subject());
        assertEquals(
                "there is no operation 9: 'perceus operation list' shows those that there are; old ones are deleted",
                refused(deeds.show(ROOT, 9)).reason());
        assertEquals(
                refused(deeds.show(ROOT, 9)).reason(),
                refused(deeds.follow(ROOT, 9, news -> {})).reason());
    }

    @Test(timeout = 60_000)
    public void isFollowedUntilItEnds() throws InterruptedException {
        RunningOperation running = site.operations.begin(OperationKind.BUILD, "rocky@1", JANE.author());
        running.step("packing");
        CountDownLatch seen = new CountDownLatch(1);
        Thread worker = new Thread(() -> {
            try {
                seen.await();
                running.progress(50);
                running.step("unpacking");
                running.done("nodes get it");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        worker.start();
        List<Operation> news = new ArrayList<>();
        Operation end = done(deeds.follow(ROOT, running.id(), one -> {
            news.add(one);
            seen.countDown();
        }));
        worker.join();
        assertEquals("packing", news.get(0).newest().orElseThrow().name());
        assertEquals(end, news.get(news.size() - 1));
        assertEquals(2, end.steps().size());
        assertEquals("nodes get it", end.end().orElseThrow().sentence());
    }

    private Outcome<CapsuleDeeds.Import> importRoot(boolean dryRun) throws InterruptedException {
        return site.deeds.capsules().importRoot(JANE, source("rocky"), dryRun, progress);
    }

    private CapsuleDeeds.Source source(String name) {
        return new CapsuleDeeds.Source(name, folder.getRoot().toPath(), Optional.empty());
    }

    private List<Operation> list(Optional<String> kind, boolean running) throws InterruptedException {
        return done(deeds.list(ROOT, kind, running, 10));
    }

    private Operation only() {
        return site.operations.recent().get(0);
    }
}
