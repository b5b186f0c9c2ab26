package org.perceus.provisioning.internal.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import org.perceus.provisioning.BuiltImage;
import org.perceus.provisioning.ImageResult;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.module.FakeModules;
import org.perceus.provisioning.internal.module.FakeService;
import org.perceus.provisioning.internal.module.Lease;
import org.perceus.provisioning.internal.module.ModuleSlot;
import org.perceus.provisioning.spi.CapsuleBuild;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.ProvisioningMethod;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.Progress;

public class ImageWorkshopTest {
    private static final Capsule CAPSULE = Samples.capsule("debian-12@1", 'c');
    private static final String ID = "debian-12@1";
    private static final ImageResult BUILT = new ImageResult.Ready(98, Duration.ZERO);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestWorkshop site;

    @Before
    public void start() {
        site = new TestWorkshop(images());
        site.library.with(CAPSULE);
        site.modules.withDefaults();
    }

    @After
    public void stop() throws Exception {
        site.close();
    }

    @Test
    public void manyWhoAskAtOnceGetOneBuild() throws Exception {
        site.packer.hold();
        List<CompletableFuture<ImageResult>> results = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            results.add(site.workshop()
                    .prepare(CAPSULE.id(), "stateless-ram", Progress.none())
                    .toCompletableFuture());
            assertTrue(state() instanceof ImageState.Building);
        }
        site.packer.release();
        for (CompletableFuture<ImageResult> result : results) {
            assertEquals(BUILT, result.get(5, TimeUnit.SECONDS));
        }
        assertEquals(1, site.packer.packed());
        assertEquals(new ImageState.Ready(new Image(Samples.artifacts(), Optional.empty())), state());
        assertEquals(BUILT, site.prepare(ID, "stateless-ram"));
        assertEquals(1, site.packer.packed());
    }

    @Test
    public void busyAskersNeverCauseASecondBuild() throws Exception {
        for (int round = 0; round < 50; round++) {
            site.library.with(Samples.capsule("busy@" + round, 'd'));
            String id = "busy@" + round;
            List<CompletableFuture<Boolean>> askers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                askers.add(CompletableFuture.supplyAsync(() -> {
                    while (!(state(site.library.find(id).orElseThrow()) instanceof ImageState.Ready)) {
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
        assertEquals(50, site.packer.packed());
    }

    @Test
    public void followersHearHowFarItIs() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        Capsule other = Samples.capsule("other@1", '0');
        site.packer.hold();
        state(other);
        assertEquals(new ImageState.Building("waiting for its turn"), state());
        site.packer.awaitHalfWay();
        assertEquals(new ImageState.Building("packing 50 %"), state(other));
        CompletableFuture<ImageResult> second = site.workshop()
                .prepare(CAPSULE.id(), "stateless-ram", (task, done, total) -> heard.add(task + " " + done))
                .toCompletableFuture();
        site.packer.release();
        assertEquals(BUILT, second.get(5, TimeUnit.SECONDS));
        assertEquals(List.of("packing 50", "packing 100"), heard);
    }

    @Test
    public void aFollowerThatThrowsEndsNothing() throws Exception {
        ImageResult result = site.workshop()
                .prepare(CAPSULE.id(), "stateless-ram", (task, done, total) -> {
                    throw new IllegalStateException("the terminal is closed");
                })
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
        assertEquals(BUILT, result);
    }

    @Test
    public void whoListensToAllBuildsHearsOfEachOnce() throws Exception {
        site.packer.hold();
        var first = site.workshop().prepare(CAPSULE.id(), "stateless-ram", "jane", Progress.none());
        var second = site.workshop().prepare(CAPSULE.id(), "stateless-ram", "joe", Progress.none());
        site.packer.release();
        assertEquals(BUILT, first.toCompletableFuture().get(5, TimeUnit.SECONDS));
        assertEquals(BUILT, second.toCompletableFuture().get(5, TimeUnit.SECONDS));
        assertEquals(BUILT, site.prepare(ID, "stateless-ram"));
        String image = ID + " for stateless-ram 1.0.0";
        assertEquals(List.of("begun " + image + " for jane", "packing 50", "packing 100", "Ready"), site.builds.lines);
        site.packer.failWith("the disk is full");
        site.library.with(Samples.capsule("next@1", 'f'));
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
        site.packer.failWith("the disk is full");
        assertEquals(new ImageResult.Failed(reason), site.prepare(ID, "stateless-ram"));
        site.packer.failWith("");
        site.clock.move(Duration.ofSeconds(59));
        assertEquals(new ImageState.Failed(reason), state());
        assertEquals(1, site.packer.packed());
        site.clock.move(Duration.ofSeconds(1));
        assertTrue(state() instanceof ImageState.Building);
        assertEquals(BUILT, site.prepare(ID, "stateless-ram"));
        assertTrue(state() instanceof ImageState.Ready);
        assertEquals("a full disk is not the module's fault", 0, failures());
    }

    @Test
    public void anAdministratorNeedNotWaitForTheMinute() throws Exception {
        site.packer.failWith("the disk is full");
        site.prepare(ID, "stateless-ram");
        site.packer.failWith("");
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
                    throw ImageWorkshopTest.<RuntimeException>sneaky(thrown);
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
        site = new TestWorkshop(images(), Duration.ofMillis(200));
        site.library.with(CAPSULE);
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
        String reason = "debian-12@1 for bad 1.0.0 cannot be built: the build made no progress for 0 s";
        assertEquals(new ImageResult.Failed(reason), site.prepare(ID, "bad"));
        assertEquals(1, failures());
        assertEquals("others do not wait behind it", BUILT, site.prepare(ID, "stateless-ram"));
        release.countDown();
    }

    @Test
    public void whatWasBuiltIsListed() throws Exception {
        site.prepare(ID, "stateless-ram");
        assertEquals(
                List.of(new BuiltImage(CAPSULE.id(), "1.0.0")), site.workshop().built("stateless-ram"));
        assertEquals(List.of(), site.workshop().built("stateless"));
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
        assertEquals(new ImageState.Ready(new Image(Samples.artifacts(), Optional.empty())), state());
        assertEquals(1, site.packer.packed());
    }

    @Test
    public void anImageThatLostAnArtifactIsBuiltAnew() throws Exception {
        site.prepare(ID, "stateless-ram");
        site.artifacts.remove(Samples.artifacts().get("root"));
        site.restart();
        assertTrue(state() instanceof ImageState.Building);
        assertEquals(BUILT, site.prepare(ID, "stateless-ram"));
        assertEquals(2, site.packer.packed());
    }

    @Test
    public void anotherVersionOfTheModuleBuildsAnew() throws Exception {
        site.prepare(ID, "stateless-ram");
        site.modules.remove(1).add(new FakeService("stateless-ram", 8).version("1.0.1"), new FakeModules.Method());
        assertTrue(state() instanceof ImageState.Building);
        site.prepare(ID, "stateless-ram");
        assertEquals(2, site.packer.packed());
    }

    @Test
    public void aCapsuleThatTookTheNameOfARemovedOneIsBuiltAnew() throws Exception {
        site.prepare(ID, "stateless-ram");
        site.library.remove(CAPSULE.id());
        site.library.with(Samples.capsule(ID, 'e'));
        site.prepare(ID, "stateless-ram");
        assertEquals("nodes would boot the old root", 2, site.packer.packed());
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
            int before = site.packer.packed();
            site.restart();
            assertEquals(content, BUILT, site.prepare(ID, "stateless-ram"));
            assertEquals(content, before + 1, site.packer.packed());
            site.restart();
            assertTrue(content, state() instanceof ImageState.Ready);
        }
    }

    @Test
    public void allImagesAreKnownAfterARestart() throws Exception {
        assertEquals(List.of(), site.workshop().images());
        site.prepare(ID, "stateless-ram");
        Set<Image> one = Set.of(new Image(Samples.artifacts(), Optional.empty()));
        assertEquals(one, Set.copyOf(site.workshop().images()));
        site.restart();
        assertEquals(one, Set.copyOf(site.workshop().images()));
    }

    @Test
    public void aBuildIsCancelledWhenTheEngineStops() throws Exception {
        site.packer.hold();
        CompletableFuture<ImageResult> running = site.workshop()
                .prepare(CAPSULE.id(), "stateless-ram", Progress.none())
                .toCompletableFuture();
        site.library.with(Samples.capsule("next@1", 'f'));
        CompletableFuture<ImageResult> queued = site.workshop()
                .prepare(Samples.capsule("next@1", 'f').id(), "stateless-ram", Progress.none())
                .toCompletableFuture();
        site.packer.awaitHalfWay();
        site.restart();
        assertTrue(running.get(5, TimeUnit.SECONDS) instanceof ImageResult.Failed);
        assertEquals(new ImageResult.Failed("the engine is stopping"), queued.get(5, TimeUnit.SECONDS));
        assertFalse(Files.exists(images()) && onlyFile() != null);
    }

    @Test
    public void aModuleThatWentAndCameBuildsAtOnce() throws Exception {
        site.packer.hold();
        site.workshop().prepare(CAPSULE.id(), "stateless-ram", Progress.none());
        site.packer.awaitHalfWay();
        Capsule next = Samples.capsule("next@1", 'f');
        site.library.with(next);
        CompletableFuture<ImageResult> queued = site.workshop()
                .prepare(next.id(), "stateless-ram", Progress.none())
                .toCompletableFuture();
        ModuleSlot<ProvisioningMethod> method = method("stateless-ram");
        Thread leaving = new Thread(() -> site.modules.remove(1));
        leaving.start();
        while (method.lease().map(ImageWorkshopTest::giveBack).isPresent()) {
            Thread.onSpinWait();
        }
        site.packer.release();
        leaving.join();
        site.modules.add(new FakeService("stateless-ram", 7), new FakeModules.Method());
        queued.get(5, TimeUnit.SECONDS);
        assertFalse(state(next) instanceof ImageState.Failed);
    }

    private static Lease<?> giveBack(Lease<?> lease) {
        lease.close();
        return lease;
    }

    private ImageState state() {
        return state(CAPSULE);
    }

    private ImageState state(Capsule capsule) {
        return site.workshop().state(capsule, method("stateless-ram"));
    }

    private ModuleSlot<ProvisioningMethod> method(String name) {
        return site.modules.registry().methods().find(name).orElseThrow();
    }

    private void use(ProvisioningMethod method) {
        site.modules.add(new FakeService("bad", 7), method);
    }

    private long failures() {
        return site.modules.registry().present().stream()
                .mapToLong(present -> present.info().failures())
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
