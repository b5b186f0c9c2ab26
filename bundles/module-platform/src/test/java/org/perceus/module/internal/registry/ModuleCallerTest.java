package org.perceus.module.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.After;
import org.junit.Test;
import org.perceus.module.ModuleFailure;
import org.perceus.module.ModuleInfo.Kind;
import org.perceus.module.ModuleInfo.Status;
import org.perceus.module.ModuleLease.Call;
import org.perceus.module.testing.FakeService;
import org.perceus.provisioning.spi.ProvisioningException;

public class ModuleCallerTest {
    private final ThreadPoolExecutor executor =
            new ThreadPoolExecutor(0, 12, 1, TimeUnit.SECONDS, new SynchronousQueue<>());
    private final ModuleCaller caller = new ModuleCaller(executor, () -> Duration.ofMillis(1000));
    private final CountDownLatch release = new CountDownLatch(1);
    private final BoundModule<Object> module = module("bad");

    @After
    public void stop() throws Exception {
        release.countDown();
        executor.shutdownNow();
        assertTrue(executor.awaitTermination(5, TimeUnit.SECONDS));
    }

    @Test
    public void theModulesAnswerIsGiven() throws Exception {
        assertEquals("fine", caller.call(lease(module), module -> "fine"));
        assertLeft(0, "");
    }

    @Test
    public void aRefusalIsForTheAdministratorAndNotCounted() throws Exception {
        assertFailure("module bad says: set the disk", module -> {
            throw new ProvisioningException("set the disk");
        });
        assertLeft(0, "");
    }

    @Test
    public void anExceptionIsCounted() throws Exception {
        assertFailure("module bad failed with java.lang.IllegalStateException: broken", module -> {
            throw new IllegalStateException("broken");
        });
        assertLeft(1, "module bad failed with java.lang.IllegalStateException: broken");
    }

    @Test
    public void aLinkageErrorIsCounted() throws Exception {
        assertFailure("module bad failed with java.lang.NoClassDefFoundError: org/gone/Type", module -> {
            throw new NoClassDefFoundError("org/gone/Type");
        });
        assertEquals(1, failures());
    }

    @Test
    public void anExceptionThatCannotSayWhatItIsIsNamed() throws Exception {
        assertFailure("module bad failed with " + Mute.class.getName(), module -> {
            throw new Mute();
        });
        assertLeft(1, "module bad failed with " + Mute.class.getName());
    }

    @Test
    public void hostileMessagesBecomeOneLine() throws Exception {
        assertFailure("module bad says: a #!perceus run b", module -> {
            throw new ProvisioningException("a\n#!perceus run\u009bb\u2028");
        });
        assertFailure("module bad says: null", module -> {
            throw new ProvisioningException(null);
        });
        ModuleFailure failure = assertThrows(
                ModuleFailure.class,
                () -> caller.call(lease(module), module -> {
                    throw new IllegalStateException("x".repeat(1_000_000));
                }));
        assertTrue(failure.getMessage().length() < 1100);
    }

    @Test
    public void nothingIsAFailure() throws Exception {
        assertFailure("module bad gave nothing", module -> null);
        assertLeft(1, "module bad gave nothing");
    }

    @Test
    public void aCallThatHangsKeepsItsLeaseUntilItEnds() throws Exception {
        assertFailure("module bad took longer than 1000 ms", this::hang);
        assertEquals(1, failures());
        assertFalse(module.closeAndDrain(Duration.ofMillis(50)));
        release.countDown();
        assertTrue(awaitIdle());
        assertTrue(module.lease().isEmpty());
    }

    @Test
    public void aCallThatIsTooSlowIsInterrupted() throws Exception {
        assertFailure("module bad took longer than 1000 ms", module -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                release.countDown();
            }
            return "late";
        });
        assertTrue(release.await(5, TimeUnit.SECONDS));
        assertLeft(1, "module bad took longer than 1000 ms");
    }

    @Test
    public void aModuleThatHangsHarmsNoOther() throws Exception {
        Thread[] threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> assertFailure("module bad took longer than 1000 ms", this::hang));
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertFailure("module bad was not called, as too many calls of it are under way", this::hang);
        assertEquals("those that hang were counted", 8, failures());
        BoundModule<Object> good = module("good");
        assertEquals("fine", caller.call(lease(good), module -> "fine"));
        assertTrue(good.closeAndDrain(Duration.ofSeconds(5)));
        release.countDown();
        assertLeft(8, "module bad took longer than 1000 ms");
    }

    @Test
    public void aModuleThatIsBusyIsWaitedFor() throws Exception {
        ModuleCaller patient = new ModuleCaller(executor, () -> Duration.ofMinutes(1));
        Queue<String> answers = new ConcurrentLinkedQueue<>();
        Thread[] threads = new Thread[64];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> answers.add(answer(patient)));
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(Collections.nCopies(64, "fine"), List.copyOf(answers));
    }

    /** Eight at once, so that the last of 64 waits longer than calls that hang are waited for. */
    private String answer(ModuleCaller patient) {
        try {
            return patient.call(lease(module), module -> {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(60));
                return "fine";
            });
        } catch (ModuleFailure e) {
            return e.getMessage();
        }
    }

    @Test
    public void withoutAThreadTheModuleIsNotToBlame() throws Exception {
        for (int i = 0; i < 12; i++) {
            executor.execute(() -> hang("no module"));
        }
        assertFailure("module bad was not called, as too many calls of modules hang", module -> "fine");
        assertLeft(0, "");
    }

    @Test
    public void aModuleThatLeftUnderItsLeaseIsNotCalled() throws Exception {
        Lease<Object> lease = lease(module);
        assertFalse(module.closeAndDrain(Duration.ofMillis(10)));
        ModuleFailure failure = assertThrows(ModuleFailure.class, () -> caller.call(lease, module -> "too late"));
        assertEquals("module bad was replaced meanwhile", failure.getMessage());
        assertEquals(0, failures());
    }

    @Test
    public void theModulesClassLoaderIsTheContext() throws Exception {
        ClassLoader outside = Thread.currentThread().getContextClassLoader();
        ClassLoader inside =
                caller.call(lease(module), module -> Thread.currentThread().getContextClassLoader());
        assertSame(Module.class.getClassLoader(), inside);
        Thread.currentThread().setContextClassLoader(new ClassLoader() {});
        try {
            assertSame(Module.class.getClassLoader(), caller.call(lease(module), module -> Thread.currentThread()
                    .getContextClassLoader()));
            assertNotSame(outside, Thread.currentThread().getContextClassLoader());
        } finally {
            Thread.currentThread().setContextClassLoader(outside);
        }
    }

    @Test
    public void callsThatAreMadeTogetherHaveOneThreadAndFailEachForItself() throws Exception {
        BoundModule<Object> good = module("good");
        List<String> answers = caller.together(() -> List.of(
                caller.call(lease(good), module -> Thread.currentThread().getName()),
                assertThrows(ModuleFailure.class, () -> caller.call(lease(module), module -> null))
                        .getMessage(),
                caller.together(() -> caller.call(
                        lease(good), module -> Thread.currentThread().getName()))));
        assertEquals(answers.get(0), answers.get(2));
        assertFalse(answers.get(0).equals(Thread.currentThread().getName()));
        assertEquals("module bad gave nothing", answers.get(1));
        assertTrue(good.closeAndDrain(Duration.ofSeconds(5)));
        assertLeft(1, "module bad gave nothing");
    }

    @Test
    public void aCallThatHangsEndsThoseMadeTogetherWithIt() throws Exception {
        BoundModule<Object> good = module("good");
        List<String> made = Collections.synchronizedList(new ArrayList<>());
        ModuleFailure failure = assertThrows(
                ModuleFailure.class,
                () -> caller.together(() -> {
                    for (int i = 0; i < 3; i++) {
                        made.add(caller.call(lease(good), module -> {
                            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(400));
                            return "fine";
                        }));
                    }
                    made.add(caller.call(lease(module), this::hang).toString());
                    made.add(caller.call(lease(good), module -> "never"));
                    return made;
                }));
        assertEquals("module bad took longer than 1000 ms", failure.getMessage());
        assertFalse("it still has its lease", module.closeAndDrain(Duration.ofMillis(50)));
        release.countDown();
        assertTrue(awaitIdle());
        assertEquals("each has its time, and what is late is not gone on with", List.of("fine", "fine", "fine"), made);
        assertTrue(good.closeAndDrain(Duration.ofSeconds(5)));
        assertEquals(1, failures());
    }

    @Test
    public void callsThatFailTogetherSayWhy() {
        ModuleFailure failure = assertThrows(
                ModuleFailure.class,
                () -> caller.together(() -> caller.call(lease(module), module -> {
                    throw new ProvisioningException("set the disk");
                })));
        assertEquals("module bad says: set the disk", failure.getMessage());
    }

    @Test
    public void withoutAThreadNoneIsCalled() {
        for (int i = 0; i < 12; i++) {
            executor.execute(() -> hang("no module"));
        }
        ModuleFailure failure = assertThrows(ModuleFailure.class, () -> caller.together(() -> "fine"));
        assertEquals("no module was called, as too many calls of modules hang", failure.getMessage());
    }

    @Test
    public void anInterruptedCallerStaysInterrupted() throws Exception {
        Thread.currentThread().interrupt();
        assertFailure("the module platform is stopping", module -> "fine");
        assertTrue(Thread.interrupted());
        assertLeft(0, "");
    }

    private static final class Module {}

    private static final class Mute extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message either");
        }
    }

    private String hang(Object module) {
        boolean waiting = true;
        while (waiting) {
            try {
                release.await();
                waiting = false;
            } catch (InterruptedException ignored) {
                // As a module that spins would.
            }
        }
        return "late";
    }

    private void assertFailure(String sentence, Call<Object, Object> call) {
        ModuleFailure failure = assertThrows(ModuleFailure.class, () -> caller.call(lease(module), call));
        assertEquals(sentence, failure.getMessage());
    }

    private void assertLeft(long failures, String lastFailure) throws InterruptedException {
        assertTrue("a lease was not given back", module.closeAndDrain(Duration.ofSeconds(5)));
        assertEquals(failures, failures());
        assertEquals(lastFailure, module.info(Status.ACTIVE).lastFailure());
    }

    private boolean awaitIdle() throws InterruptedException {
        for (int i = 0; i < 500 && executor.getActiveCount() > 0; i++) {
            Thread.sleep(10);
        }
        return executor.getActiveCount() == 0;
    }

    private long failures() {
        return module.info(Status.ACTIVE).failures();
    }

    private static Lease<Object> lease(BoundModule<Object> module) {
        return module.open().orElseThrow();
    }

    private BoundModule<Object> module(String name) {
        return new BoundModule<>(
                new Module(), ServiceIdentity.of(new FakeService(name, 1).reference(), Kind.CONFIGURATION), caller);
    }
}
