package org.perceus.itests;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** The bundles that a change of modules must not touch. */
final class Bystanders {
    private final BundleContext context;
    private final Predicate<Bundle> touched;
    private final Map<Bundle, Long> before;
    private final List<String> noticed = new CopyOnWriteArrayList<>();
    private final SynchronousBundleListener listener = this::notice;

    /** @param touched those that may be touched */
    Bystanders(BundleContext context, Predicate<Bundle> touched) {
        this.context = context;
        this.touched = touched;
        this.before = others();
        context.addBundleListener(listener);
    }

    /** Fails when one was stopped, started, refreshed or updated since this was made. */
    void assertUntouched() {
        context.removeBundleListener(listener);
        assertEquals(List.of(), noticed);
        assertEquals(before, others());
    }

    private Map<Bundle, Long> others() {
        return Arrays.stream(context.getBundles())
                .filter(touched.negate())
                .collect(Collectors.toMap(bundle -> bundle, Bundle::getLastModified));
    }

    private void notice(BundleEvent event) {
        if (!touched.test(event.getBundle())) {
            noticed.add(event.getBundle() + " saw " + event.getType());
        }
    }
}
