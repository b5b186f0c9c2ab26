package org.perceus.provisioning.internal.config;

import static org.junit.Assert.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class EngineConfigurationTest {
    private final EngineConfiguration configuration =
            new EngineConfiguration(new FakeConfig(Path.of("/site"), "hostname", "quiet"), Map.of());

    @Test
    public void aChangeHoldsAtOnceAndFoldersStay() {
        configuration.modified(
                new FakeConfig(Path.of("/other"), "hostname, network", "panic=9"),
                Map.of("noWordSeconds", "7", "scriptLimitKib", 3, "keepFilesHours", 1));
        EngineOptions now = configuration.now();
        assertEquals(List.of("hostname", "network"), configuration.defaultModules());
        assertEquals("panic=9", now.kernelArguments());
        assertEquals(Duration.ofSeconds(7), now.noWord());
        assertEquals(3 << 10, now.scriptLimit());
        assertEquals(Duration.ofHours(1), now.keepFiles());
        assertEquals("folders are not changed under those who use them", Path.of("/site/engine"), now.directory());
        assertEquals(Path.of("/site/perceus-os"), now.perceusOs());
    }

    @Test
    public void whatIsWrongIsSaidUntilItIsMended() {
        FakeConfig config = new FakeConfig(Path.of("/site"), "", "");
        configuration.modified(config, Map.of("noWordSeconds", "soon"));
        assertEquals(
                List.of(
                        "etc/org.perceus.provisioning.cfg: noWordSeconds: 'soon' is not a value for it, 50 is used: write"
                                + " 1 to 86400"),
                configuration.now().problems());
        configuration.modified(config, Map.of("noWordSeconds", "90"));
        assertEquals(List.of(), configuration.now().problems());
    }
}
