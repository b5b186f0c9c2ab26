package org.perceus.boot.internal.limit;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.slf4j.Logger;
import org.slf4j.helpers.MessageFormatter;

/** How often things are said. */
public class SparseLogTest {
    private final List<String> lines = new ArrayList<>();
    private long now;
    private final SparseLog log = new SparseLog(logger(), "test", () -> now);

    private Logger logger() {
        return (Logger) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Logger.class}, (self, method, of) -> {
                    lines.add(MessageFormatter.arrayFormat((String) of[0], (Object[]) of[1])
                            .getMessage());
                    return null;
                });
    }

    @Test
    public void saysAFloodOnceAndCountsIt() {
        for (int i = 0; i < 10_000; i++) {
            log.warn("it is full", i);
        }
        log.warn("it is empty", "x");
        assertEquals(List.of("test: it is full (0)", "test: it is empty (x)"), lines);
        now = TimeUnit.MINUTES.toNanos(10);
        log.warn("it is full", "again");
        assertEquals("test: it is full (again), and 9999 times since it was last said", lines.get(2));
    }
}
