package org.perceus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.junit.Test;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** A module's own settings apply to the next script, and no request is lost over a change. */
public class ModuleConfigurationIT extends SiteTest {
    private static final int CHANGES = 20;
    private static final String PID = "org.perceus.module.hostname";

    @Inject
    private ConfigurationAdmin configurations;

    @Test
    public void aChangeAppliesToTheNextScript() throws Exception {
        Configuration configuration = configurations.getConfiguration(PID, "?");
        try (Crowd crowd = crowd(80, 4, Map.of("modules", "hostname"))) {
            for (int i = 0; i < CHANGES; i++) {
                boolean full = i % 2 == 0;
                configuration.update(new Hashtable<>(Map.of("fullyQualified", full)));
                await(
                        crowd,
                        full ? ".test.example\n' | write_file '/etc/hostname'" : "\n' | write_file '/etc/hostname'",
                        full);
            }
            assertEquals(List.of(), crowd.faults());
            assertTrue(crowd.scripts() > CHANGES);
        }
        assertEquals(
                "false", inventory.details("hostname").get(0).settings().get(0).value());
        configuration.delete();
    }

    private static void await(Crowd crowd, String text, boolean full) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!crowd.lastScript().contains(text)
                || !full && crowd.lastScript().contains(".test.example\n' | write_file '/etc/hostname'")) {
            assertTrue(crowd.lastScript(), System.nanoTime() < deadline);
            Thread.sleep(5);
        }
    }
}
