package org.perceus.module.internal.registry;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.perceus.module.testing.FakeModules;
import org.perceus.module.testing.FakeService;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;

public class StatusReportTest {
    private final FakeModules modules = new FakeModules(Duration.ofMillis(1000));
    private final StatusReport status = new StatusReport(modules.registry());

    @After
    public void stop() {
        modules.registry().stop();
    }

    @Test
    public void theModuleIsAsked() {
        assertEquals("serves from nas1", remark(() -> "serves from\nnas1"));
        assertEquals("", status.of("test", 8));
        assertEquals("", status.of("other", 7));
    }

    @Test
    public void whatHangsIsSaid() {
        assertEquals("module test took longer than 1000 ms", remark(() -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "";
        }));
    }

    @Test
    public void whatThrowsIsSaidAndCounted() {
        assertEquals("module test failed with java.lang.NoClassDefFoundError: gone", remark(() -> {
            throw new NoClassDefFoundError("gone");
        }));
        assertEquals(1, modules.registry().listed().get(0).info().failures());
        assertEquals("module test gave nothing", status.of("none", 7) + remark(() -> null));
    }

    private String remark(Supplier<String> says) {
        modules.remove(1).add(new FakeService("test", 1).bundle(7), new ConfigurationModule() {
            @Override
            public NodeScript render(NodeView node) {
                return NodeScript.nothing();
            }

            @Override
            public String remark() {
                return says.get();
            }
        });
        return status.of("test", 7);
    }
}
