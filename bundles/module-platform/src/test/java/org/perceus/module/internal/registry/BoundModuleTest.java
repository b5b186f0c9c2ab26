package org.perceus.module.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.Test;
import org.perceus.module.ModuleInfo.Kind;
import org.perceus.module.testing.FakeService;

public class BoundModuleTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(100);

    private final BoundModule<String> module = module();

    @Test
    public void leasesComeAndGo() throws Exception {
        Lease<String> lease = module.open().orElseThrow();
        assertEquals("module", lease.service());
        assertSame(module, lease.module());
        lease.close();
        module.open().orElseThrow().close();
        assertTrue(module.closeAndDrain(SHORT));
    }

    @Test
    public void anUnusedModuleLeavesAtOnce() throws Exception {
        long before = System.nanoTime();
        assertTrue(module.closeAndDrain(LONG));
        assertTrue(System.nanoTime() - before < TimeUnit.SECONDS.toNanos(5));
        assertTrue(module.open().isEmpty());
    }

    @Test
    public void theDrainWaitsForRunningCalls() throws Exception {
        Lease<String> one = module.open().orElseThrow();
        Lease<String> two = module.open().orElseThrow();
        CompletableFuture<Boolean> drained = drain(LONG);
        one.close();
        Thread.sleep(50);
        assertFalse(drained.isDone());
        two.close();
        assertTrue(drained.get(5, TimeUnit.SECONDS));
    }

    @Test
    public void theDrainIsBounded() throws Exception {
        Lease<String> stuck = module.open().orElseThrow();
        assertFalse(module.closeAndDrain(SHORT));
        assertTrue("its component may be gone", module.isAbandoned());
        stuck.close();
        assertTrue(module.open().isEmpty());
    }

    @Test
    public void noLeaseIsGivenOutWhileAnOldOneHoldsUpTheDrain() throws Exception {
        Lease<String> old = module.open().orElseThrow();
        CompletableFuture<Boolean> drained = drain(LONG);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        Optional<Lease<String>> late = module.open();
        while (late.isPresent() && System.nanoTime() < deadline) {
            late.get().close();
            late = module.open();
        }
        assertTrue("leases are still given out", late.isEmpty());
        old.close();
        assertTrue(drained.get(5, TimeUnit.SECONDS));
    }

    @Test
    public void underLoadNoLeaseIsHeldAfterTheDrain() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        AtomicLong leases = new AtomicLong();
        while (System.nanoTime() < end) {
            BoundModule<String> busy = module();
            AtomicBoolean active = new AtomicBoolean(true);
            List<CompletableFuture<Boolean>> users = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                users.add(CompletableFuture.supplyAsync(() -> use(busy, active, leases)));
            }
            Thread.sleep(2);
            assertTrue("two busy users must not keep it from leaving", busy.closeAndDrain(LONG));
            active.set(false);
            for (CompletableFuture<Boolean> user : users) {
                assertTrue("a module was used after it was deactivated", user.get(5, TimeUnit.SECONDS));
            }
        }
        assertTrue(leases.get() > 100);
    }

    private static boolean use(BoundModule<String> module, AtomicBoolean active, AtomicLong leases) {
        boolean good = true;
        Optional<Lease<String>> lease = module.open();
        while (lease.isPresent()) {
            try (Lease<String> held = lease.get()) {
                good &= active.get() && held.service() != null;
                leases.incrementAndGet();
            }
            lease = module.open();
        }
        return good;
    }

    private CompletableFuture<Boolean> drain(Duration limit) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return module.closeAndDrain(limit);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static BoundModule<String> module() {
        return new BoundModule<>(
                "module",
                ServiceIdentity.of(new FakeService("hostname", 1).reference(), Kind.CONFIGURATION),
                new ModuleCaller(CallThreads.atMost(1), () -> SHORT));
    }
}
