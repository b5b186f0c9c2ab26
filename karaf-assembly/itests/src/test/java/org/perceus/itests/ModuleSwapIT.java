package org.perceus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.FrameworkWiring;

/** Provisioning modules go and come without anything else noticing; nodes that need them wait meanwhile. */
public class ModuleSwapIT extends SiteTest {
    private static final int RETURNS = 3;

    @Inject
    private BundleContext context;

    private BootingNode node;

    @Before
    public void boot() throws Exception {
        node = BootingNode.offered(policy, site.node());
    }

    @Test
    public void aConfigurationModuleGoesAndComes() throws Exception {
        swap("org.perceus.hostname", "hostname");
    }

    @Test
    public void aMethodGoesAndComes() throws Exception {
        swap("org.perceus.stateless-ram", "stateless-ram");
    }

    private void swap(String symbolicName, String module) throws Exception {
        assertTrue(node.script(), node.script().startsWith("#!perceus run\n"));
        Map<Bundle, Long> before = others(symbolicName);
        List<String> noticed = new CopyOnWriteArrayList<>();
        SynchronousBundleListener listener = event -> notice(event, symbolicName, noticed);
        context.addBundleListener(listener);
        for (int i = 0; i < RETURNS; i++) {
            Bundle old = bundle(symbolicName);
            old.uninstall();
            context.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(List.of(old));
            String answer = node.script();
            assertTrue(answer, answer.startsWith("#!perceus wait ") && answer.contains(module));
            context.installBundle(old.getLocation()).start();
            assertTrue(node.script(), node.script().endsWith("#!perceus end\n"));
        }
        context.removeBundleListener(listener);
        assertEquals(List.of(), noticed);
        assertEquals(before, others(symbolicName));
    }

    private Map<Bundle, Long> others(String symbolicName) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> !bundle.getSymbolicName().equals(symbolicName))
                .collect(Collectors.toMap(bundle -> bundle, Bundle::getLastModified));
    }

    private Bundle bundle(String symbolicName) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(symbolicName))
                .findFirst()
                .orElseThrow();
    }

    private static void notice(BundleEvent event, String symbolicName, List<String> noticed) {
        if (!event.getBundle().getSymbolicName().equals(symbolicName)) {
            noticed.add(event.getBundle() + " saw " + event.getType());
        }
    }
}
