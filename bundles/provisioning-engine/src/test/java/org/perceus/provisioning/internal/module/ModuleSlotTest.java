package org.perceus.provisioning.internal.module;

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
import org.perceus.provisioning.ModuleInfo.Kind;

public class ModuleSlotTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(100);

    private final ModuleSlot<String> slot = slot();

    @Test
    public void leasesComeAndGo() throws Exception {
        Lease<String> lease = slot.lease().orElseThrow();
        assertEquals("module", lease.module());
        assertSame(slot, lease.slot());
        lease.close();
        slot.lease().orElseThrow().close();
        assertTrue(slot.closeAndDrain(SHORT));
    }

    @Test
    public void anUnusedModuleLeavesAtOnce() throws Exception {
        long before = System.nanoTime();
        assertTrue(slot.closeAndDrain(LONG));
        assertTrue(System.nanoTime() - before < TimeUnit.SECONDS.toNanos(5));
        assertTrue(slot.lease().isEmpty());
    }

    @Test
    public void theDrainWaitsForRunningCalls() throws Exception {
        Lease<String> one = slot.lease().orElseThrow();
        Lease<String> two = slot.lease().orElseThrow();
        CompletableFuture<Boolean> drained = drain(LONG);
        one.close();
        Thread.sleep(50);
        assertFalse(drained.isDone());
        two.close();
        assertTrue(drained.get(5, TimeUnit.SECONDS));
    }

    @Test
    public void theDrainIsBounded() throws Exception {
        Lease<String> stuck = slot.lease().orElseThrow();
        assertFalse(slot.closeAndDrain(SHORT));
        assertTrue("its component may be gone", slot.isAbandoned());
        stuck.close();
        assertTrue(slot.lease().isEmpty());
    }

    @Test
    public void noLeaseIsGivenOutWhileAnOldOneHoldsUpTheDrain() throws Exception {
        Lease<String> old = slot.lease().orElseThrow();
        CompletableFuture<Boolean> drained = drain(LONG);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        Optional<Lease<String>> late = slot.lease();
        while (late.isPresent() && System.nanoTime() < deadline) {
            late.get().close();
            late = slot.lease();
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
            ModuleSlot<String> busy = slot();
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

    private static boolean use(ModuleSlot<String> slot, AtomicBoolean active, AtomicLong leases) {
        boolean good = true;
        Optional<Lease<String>> lease = slot.lease();
        while (lease.isPresent()) {
            try (Lease<String> held = lease.get()) {
                good &= active.get() && held.module() != null;
                leases.incrementAndGet();
            }
            lease = slot.lease();
        }
        return good;
    }

    private CompletableFuture<Boolean> drain(Duration limit) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return slot.closeAndDrain(limit);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static ModuleSlot<String> slot() {
        return new ModuleSlot<>(
                "module", ModuleIdentity.of(new FakeService("hostname", 1).reference(), Kind.CONFIGURATION));
    }
}
