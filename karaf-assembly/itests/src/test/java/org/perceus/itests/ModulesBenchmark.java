package org.perceus.itests;

import static org.junit.Assert.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Test;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.OptionUtils;
import org.perceus.module.BuildProgress;
import org.perceus.module.ModuleChange;

/**
 * Measures swaps, and the scripts that nodes get in a second before, during and after them. Not a test: run by
 * {@code ./perceus bench modules}.
 */
public class ModulesBenchmark extends SiteTest {
    private static final String FIGURES = "perceus.bench.json";
    private static final int NODES = 16;
    private static final int SWAPS = 50;
    private static final long PHASE_MS = 10_000;

    /** Called by Pax Exam. */
    @Configuration
    public static Option[] container() {
        return OptionUtils.combine(
                ContainerTest.container(), CoreOptions.systemProperty(FIGURES).value(System.getProperty(FIGURES, "")));
    }

    @Test
    public void swaps() throws Exception {
        done(modules.install(jar("numbered", 0, NumberedModule.class), false, BuildProgress.none()));
        try (Crowd crowd = numberedCrowd(0, NODES, Map.of("modules", "hostname,numbered"))) {
            Thread.sleep(PHASE_MS);
            double before = rate(crowd);
            List<Long> swaps = new ArrayList<>();
            List<Long> drains = new ArrayList<>();
            long scripts = crowd.scripts();
            long begun = System.nanoTime();
            for (int version = 1; version <= SWAPS; version++) {
                ModuleChange.Done swap = done(modules.swap(
                        "numbered", jar("numbered", version, NumberedModule.class), false, BuildProgress.none()));
                swaps.add(swap.took().toMillis());
                drains.add(swap.drained().toMillis());
                Thread.sleep(100);
            }
            double during = (crowd.scripts() - scripts) * 1e9 / (System.nanoTime() - begun);
            double after = rate(crowd);
            assertEquals(List.of(), crowd.faults());
            write(String.format(
                    Locale.ROOT,
                    "{\"nodes\": %d, \"swaps\": %d, \"swapMs\": {\"median\": %d, \"longest\": %d},"
                            + " \"drainMs\": {\"median\": %d, \"longest\": %d}, \"scriptsPerSecond\":"
                            + " {\"before\": %.0f, \"during\": %.0f, \"after\": %.0f}, \"waits\": %d, \"faults\": 0}%n",
                    NODES,
                    SWAPS,
                    median(swaps),
                    longest(swaps),
                    median(drains),
                    longest(drains),
                    before,
                    during,
                    after,
                    crowd.waits()));
        }
        done(modules.uninstall("numbered", false));
    }

    private static double rate(Crowd crowd) throws InterruptedException {
        long scripts = crowd.scripts();
        long begun = System.nanoTime();
        Thread.sleep(PHASE_MS);
        return (crowd.scripts() - scripts) * 1e9 / (System.nanoTime() - begun);
    }

    private static void write(String figures) throws Exception {
        Files.writeString(Path.of(System.getProperty(FIGURES)), figures);
    }

    private static long median(List<Long> values) {
        long[] sorted = values.stream().mapToLong(value -> value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static long longest(List<Long> values) {
        return values.stream().mapToLong(value -> value).max().orElse(0);
    }
}
