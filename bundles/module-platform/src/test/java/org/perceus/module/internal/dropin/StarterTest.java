package org.perceus.module.internal.dropin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.perceus.module.testing.FakeModules;
import org.perceus.module.testing.FakeService;

public class StarterTest {
    private static final int ID = 7;

    private final FakeModules modules = new FakeModules();
    private final Starter starter = new Starter(new ModuleBundles(null), modules.registry());
    private final AtomicInteger state = new AtomicInteger(Bundle.INSTALLED);
    private final AtomicInteger looks = new AtomicInteger();

    private interface Start {
        void run() throws BundleException;
    }

    @Test
    public void aModuleThatComesIsThere() throws Exception {
        Bundle bundle = bundle(() -> {
            state.set(Bundle.ACTIVE);
            modules.add(new FakeService("some", 1).bundle(ID), new FakeModules.Method());
        });
        assertTrue(starter.start(bundle));
        assertEquals(Optional.empty(), starter.failure(bundle));
    }

    @Test
    public void whatDoesNotStartIsSaid() throws Exception {
        Bundle bundle = bundle(() -> {
            throw new BundleException("no such package");
        });
        assertFalse(starter.start(bundle));
        assertEquals(Optional.of("no such package"), starter.failure(bundle));
    }

    @Test
    public void nobodyWaitsForABundleWhoseStartLevelIsAhead() throws Exception {
        assertFalse(starter.start(bundle(() -> {})));
        assertTrue("it was looked at again and again: " + looks, looks.get() < 10);
    }

    private Bundle bundle(Start start) {
        return (Bundle) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Bundle.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getState" -> {
                        looks.incrementAndGet();
                        yield state.get();
                    }
                    case "getBundleId" -> (long) ID;
                    case "getLocation" -> "mvn:some/module";
                    case "toString" -> "some [7]";
                    case "start" -> {
                        start.run();
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }
}
