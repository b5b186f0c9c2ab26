package org.perceus.module.internal.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.module.BuildProgress;
import org.perceus.module.BuiltImage;
import org.perceus.module.CapsuleContent;
import org.perceus.module.Image;
import org.perceus.module.ImageResult;
import org.perceus.module.ImageState;
import org.perceus.module.ModuleLease;
import org.perceus.module.PresentModule;
import org.perceus.module.testing.FakeModules;
import org.perceus.module.testing.FakeService;
import org.perceus.module.testing.FakeStore;
import org.perceus.provisioning.spi.CapsuleBuild;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.ProvisioningMethod;

public class ImageBuilderTest {
    private static final Image IMAGE =
            new Image(Map.of("kernel", FakeStore.KERNEL, "root", FakeStore.ROOT), Optional.empty());
    private static final String ID = "debian-12@1";
    private static final ImageResult BUILT = new ImageResult.Ready(98, Duration.ZERO);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private ImageSite site;
    private CapsuleContent capsule;

    @Before
    public void start() {
        site = new ImageSite(folder.getRoot().toPath());
        capsule = site.store.add(site.store.capsule(ID, 'c'));
        site.modules.withDefaults();
    }

    @After
    public void stop() throws Exception {
        site.close();
    }

    @Test
    public void manyWhoAskAtOnceGetOneBuild() throws Exception {
        site.store.hold();
        List<CompletableFuture<ImageResult>> results = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            results.add(site.builder()
                    .prepare(ID, "stateless-ram", BuildProgress.none())
                    .toCompletableFuture());
            assertTrue(state() instanceof ImageState.Building);
        }
        site.store.release();
        for (CompletableFuture<ImageResult> result : results) {
            assertEquals(BUILT, result.get(5, TimeUnit.SECONDS));
        }
        assertEquals(1, site.store.packed());
        assertEquals(new ImageState.Ready(IMAGE), state());
        assertEquals(BUILT, site.prepare(ID, "stateless-ram"));
        assertEquals(1, site.store.packed());
    }

    @Test
    public void busyAskersNeverCauseASecondBuild() throws Exception {
        for (int round = 0; round < 50; round++) {
            site.store.add(site.store.capsule("busy@" + round, 'd'));
            String id = "busy@" + round;
            List<CompletableFuture<Boolean>> askers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                askers.add(CompletableFuture.supplyAsync(() -> {
                    while (!(state(site.store.find(id).orElseThrow()) instanceof ImageState.Ready)) {
                        Thread.onSpinWait();
                    }
                    return true;
                }));
            }
            for (CompletableFuture<Boolean> asker : askers) {
                assertTrue(asker.get(5, TimeUnit.SECONDS));
            }
            site.prepare(id, "stateless-ram");
        }
        assertEquals(50, site.store.packed());
    }

    @Test
    public void moreBuildersHoldFromTheNextBuildOn() throws Exception {
        site.store.hold();
        state();
        site.store.awaitHalfWay();
        site.buildersConfigured = 2;
        CapsuleContent other = site.store.add(site.store.capsule("other@1", '0'));
        state(other);
        while (site.store.packed() < 2) {
            Thread.onSpinWait();
        }
        assertEquals("the one before goes on", new ImageState.Building("packing 50 %"), state());
        site.store.release();
        assertEquals(BUILT, site.prepare(ID, "stateless-ram"));
        assertEquals(BUILT, site.prepare("other@1", "stateless-ram"));
    }

    @Test
    public void followersHearHowFarItIs() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        CapsuleContent other = site.store.capsule("other@1", '0');
        site.store.hold();
        state(other);
        assertEquals(new ImageState.Building("waiting for its turn"), state());
        site.store.awaitHalfWay();
        assertEquals(new ImageState.Building("packing 50 %"), state(other));
        CompletableFuture<ImageResult> second = site.builder()
                .prepare(ID, "stateless-ram", (task, done, total) -> heard.add(task + " " + done))
                .toCompletableFuture();
        site.store.release();
        assertEquals(BUILT, second.get(5, TimeUnit.SECONDS));
        assertEquals(List.of("packing 50", "packing 100"), heard);
    }

    @Test
    public void aFollowerThatThrowsEndsNothing() throws Exception {
        ImageResult result = site.builder()
                .prepare(ID, "stateless-ram", (task, done, total) -> {
                    throw new IllegalStateException("the terminal is closed");
                })
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
        assertEquals(BUILT, result);
    }

    @Test
    public void whoListensToAllBuildsHearsOfEachOnce() throws Exception {
        site.store.hold();
        var first = site.builder().prepare(ID, "stateless-ram", "jane", BuildProgress.none());
        var second = site.builder().prepare(ID, "stateless-ram", "joe", BuildProgress.none());
        site.store.release();
        assertEquals(BUILT, first.toCompletableFuture().get(5, TimeUnit.SECONDS));
        assertEquals(BUILT, second.toCompletableFuture().get(5, TimeUnit.SECONDS));
        assertEquals(BUILT, site.prepare(ID, "stateless-ram"));
        String image = ID + " for stateless-ram 1.0.0";
        assertEquals(List.of("begun " + image + " for jane", "packing 50", "packing 100", "Ready"), site.builds.lines);
        site.store.failWith("the disk is full");
        site.store.add(site.store.capsule("next@1", 'f'));
        site.prepare("next@1", "stateless-ram");
        assertEquals("begun next@1 for stateless-ram 1.0.0", site.builds.lines.get(4));
        assertEquals("Failed", site.builds.lines.get(site.builds.lines.size() - 1));
    }

    @Test
    public void whatIsMissingIsSaid() throws Exception {
        assertEquals(new ImageResult.Failed("there is no capsule other@1"), site.prepare("other@1", "stateless-ram"));
        assertEquals(
                new ImageResult.Failed("the provisioning method nfs-root is not present"),
                site.prepare(ID, "nfs-root"));
    }

    @Test
    public void aFailureIsRememberedForAMinute() throws Exception {
        String reason = "debian-12@1 for stateless-ram 1.0.0 cannot be built: "
                + "the root of debian-12@1 cannot be published: the disk is full";
        site.store.failWith("the disk is full");
        assertEquals(new ImageResult.Failed(reason), site.prepare(ID, "stateless-ram"));
        site.store.failWith("");
        site.clock.move(Duration.ofSeconds(59));
        assertEquals(new ImageState.Failed(reason), state());
        assertEquals(1, site.store.packed());
        site.clock.move(Duration.ofSeconds(1));
        assertTrue(state() instanceof ImageState.Building);
        assertEquals(BUILT, site.prepare(ID, "stateless-ram"));
        assertTrue(state() instanceof ImageState.Ready);
        assertEquals("a full disk is not the module's fault", 0, failures());
    }

    @Test
    public void anAdministratorNeedNotWaitForTheMinute() throws Exception {
        site.store.failWith("the disk is full");
        site.prepare(ID, "stateless-ram");
        site.store.failWith("");
        assertEquals(BUILT, site.prepare(ID, "stateless-ram"));
    }

    @Test
    public void whateverAMethodThrowsIsAFailure() throws Exception {
        for (Throwable thrown : List.of(
                new IllegalStateException("broken"),
                new NoClassDefFoundError("org/gone/Type"),
                new StackOverflowError(),
                new AssertionError("no"))) {
            use(new FakeModules.Method() {
                @Override
                public void build(CapsuleBuild build) {
                    throw ImageBuilderTest.<RuntimeException>sneaky(thrown);
                }
            });
            assertEquals(
                    new ImageResult.Failed("debian-12@1 for bad 1.0.0 cannot be built: " + thrown),
                    site.prepare(ID, "bad"));
            assertEquals(1, failures());
            site.modules.remove(7);
        }
    }

    @Test
    public void aBuildWithoutProgressIsGivenUp() throws Exception {
        site.close();
        site = new ImageSite(folder.getRoot().toPath(), Duration.ofMillis(1500));
        capsule = site.store.add(site.store.capsule(ID, 'c'));
        site.modules.withDefaults();
        CountDownLatch release = new CountDownLatch(1);
        use(new FakeModules.Method() {
            @Override
            public void build(CapsuleBuild build) {
                while (release.getCount() > 0) {
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        Thread.interrupted();
                    }
                }
            }
        });
        String reason = "debian-12@1 for bad 1.0.0 cannot be built: the build made no progress for 1 s";
        assertEquals(new ImageResult.Failed(reason), site.prepare(ID, "bad"));
        assertEquals(1, failures());
        assertEquals("others do not wait behind it", BUILT, site.prepare(ID, "stateless-ram"));
        release.countDown();
    }

    @Test
    public void whatWasBuiltIsListed() throws Exception {
        site.prepare(ID, "stateless-ram");
        assertEquals(List.of(new BuiltImage(ID, "1.0.0")), site.builder().built("stateless-ram"));
        assertEquals(List.of(), site.builder().built("stateless"));
    }

    @Test
    public void aRefusalIsNotCounted() throws Exception {
        use(new FakeModules.Method() {
            @Override
            public void build(CapsuleBuild build) throws ProvisioningException {
                throw new ProvisioningException(build.capsule().name() + " has no\nNFS client");
            }
        });
        assertEquals(
                new ImageResult.Failed("debian-12@1 for bad 1.0.0 cannot be built: debian-12 has no NFS client"),
                site.prepare(ID, "bad"));
        assertEquals(0, failures());
    }

    @Test
    public void rolesArePlain() throws Exception {
        for (String role : List.of("", "Root", "1", "../x", "a b", "a\n", ".artifacts", "x".repeat(33))) {
            use(new FakeModules.Method() {
                @Override
                public void build(CapsuleBuild build) throws ProvisioningException {
                    build.publishKernel(role);
                }
            });
            assertTrue(role, site.prepare(ID, "bad") instanceof ImageResult.Failed);
            site.modules.remove(7);
        }
    }

    @Test
    public void imagesSurviveARestart() throws Exception {
        site.prepare(ID, "stateless-ram");
        site.restart();
        assertEquals(new ImageState.Ready(IMAGE), state());
        assertEquals(1, site.store.packed());
    }

    @Test
    public void anImageThatLostAnArtifactIsBuiltAnew() throws Exception {
        site.prepare(ID, "stateless-ram");
        site.store.lose(FakeStore.ROOT);
        site.restart();
        assertTrue(state() instanceof ImageState.Building);
        assertEquals(BUILT, site.prepare(ID, "stateless-ram"));
        assertEquals(2, site.store.packed());
    }

    @Test
    public void anotherVersionOfTheModuleBuildsAnew() throws Exception {
        site.prepare(ID, "stateless-ram");
        site.modules.remove(1).add(new FakeService("stateless-ram", 8).version("1.0.1"), new FakeModules.Method());
        assertTrue(state() instanceof ImageState.Building);
        site.prepare(ID, "stateless-ram");
        assertEquals(2, site.store.packed());
    }

    @Test
    public void aCapsuleThatTookTheNameOfARemovedOneIsBuiltAnew() throws Exception {
        site.prepare(ID, "stateless-ram");
        site.store.remove(ID);
        site.store.add(site.store.capsule(ID, 'e'));
        site.prepare(ID, "stateless-ram");
        assertEquals("nodes would boot the old root", 2, site.store.packed());
    }

    @Test
    public void damagedFilesAreBuiltAnew() throws Exception {
        site.prepare(ID, "stateless-ram");
        Path file = onlyFile();
        String good = Files.readString(file);
        List<String> damaged = List.of(
                "",
                good.replaceAll("(?m)^kernel=.*\\R", ""),
                good.substring(0, good.length() / 2),
                good.replace("kernel=", "kernel=x"),
                good + "more=words\n",
                good + "\\u00zz=1\n",
                "\0\0\0\0");
        for (String content : damaged) {
            Files.writeString(file, content);
            int before = site.store.packed();
            site.restart();
            assertEquals(content, BUILT, site.prepare(ID, "stateless-ram"));
            assertEquals(content, before + 1, site.store.packed());
            site.restart();
            assertTrue(content, state() instanceof ImageState.Ready);
        }
    }

    @Test
    public void allImagesAreKnownAfterARestart() throws Exception {
        assertEquals(List.of(), site.builder().images());
        site.prepare(ID, "stateless-ram");
        Set<Image> one = Set.of(IMAGE);
        assertEquals(one, Set.copyOf(site.builder().images()));
        site.restart();
        assertEquals(one, Set.copyOf(site.builder().images()));
    }

    @Test
    public void aBuildIsCancelledWhenTheEngineStops() throws Exception {
        site.store.hold();
        CompletableFuture<ImageResult> running = site.builder()
                .prepare(ID, "stateless-ram", BuildProgress.none())
                .toCompletableFuture();
        site.store.add(site.store.capsule("next@1", 'f'));
        CompletableFuture<ImageResult> queued = site.builder()
                .prepare("next@1", "stateless-ram", BuildProgress.none())
                .toCompletableFuture();
        site.store.awaitHalfWay();
        site.restart();
        assertTrue(running.get(5, TimeUnit.SECONDS) instanceof ImageResult.Failed);
        assertEquals(new ImageResult.Failed("the module platform is stopping"), queued.get(5, TimeUnit.SECONDS));
        assertFalse(Files.exists(images()) && onlyFile() != null);
    }

    @Test
    public void aModuleThatWentAndCameBuildsAtOnce() throws Exception {
        site.store.hold();
        site.builder().prepare(ID, "stateless-ram", BuildProgress.none());
        site.store.awaitHalfWay();
        CapsuleContent next = site.store.capsule("next@1", 'f');
        site.store.add(next);
        CompletableFuture<ImageResult> queued = site.builder()
                .prepare(next.id(), "stateless-ram", BuildProgress.none())
                .toCompletableFuture();
        PresentModule<ProvisioningMethod> method = method("stateless-ram");
        Thread leaving = new Thread(() -> site.modules.remove(1));
        leaving.start();
        while (method.lease().map(ImageBuilderTest::giveBack).isPresent()) {
            Thread.onSpinWait();
        }
        site.store.release();
        leaving.join();
        site.modules.add(new FakeService("stateless-ram", 7), new FakeModules.Method());
        queued.get(5, TimeUnit.SECONDS);
        assertFalse(state(next) instanceof ImageState.Failed);
    }

    private static ModuleLease<?> giveBack(ModuleLease<?> lease) {
        lease.close();
        return lease;
    }

    private ImageState state() {
        return state(capsule);
    }

    private ImageState state(CapsuleContent capsule) {
        return site.builder().state(capsule, method("stateless-ram").identity());
    }

    private PresentModule<ProvisioningMethod> method(String name) {
        return site.modules.registry().methods().find(name).orElseThrow();
    }

    private void use(ProvisioningMethod method) {
        site.modules.add(new FakeService("bad", 7), method);
    }

    private long failures() {
        return site.modules.registry().listed().stream()
                .mapToLong(listed -> listed.info().failures())
                .sum();
    }

    private Path images() {
        return folder.getRoot().toPath().resolve("images");
    }

    private Path onlyFile() throws Exception {
        try (Stream<Path> files = Files.walk(images())) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertTrue(all.toString(), all.size() < 2);
            return all.isEmpty() ? null : all.get(0);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
