package org.perceus.provisioning.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.Test;
import org.perceus.provisioning.spi.Excerpt;

public class HostileTextTest {
    @Test
    public void thereAreManyOfAllKinds() {
        List<String> values = HostileText.values();
        assertTrue(values.size() + " values", values.size() > 300);
        assertEquals("each once", values.size(), new HashSet<>(values).size());
        for (String kind :
                List.of("\0", "\n", "\r", "\u001b", "\u202e", "\ud83d", "'", "../", "{{", "%n", "$(", "`", " ")) {
            assertTrue(kind, values.stream().anyMatch(value -> value.contains(kind)));
        }
        assertTrue(values.stream().anyMatch(value -> value.length() > 1 << 20));
        assertTrue(values.contains("$(" + HostileText.COMMAND + ")"));
    }

    @Test
    public void anExcerptOfThemIsHarmless() {
        assertEquals("a?b?", Excerpt.of("a\nb\u202e"));
        assertEquals("it's 5 %", Excerpt.of("it's 5 %"));
        for (String value : HostileText.values()) {
            Refusal.assertFit("it", "an excerpt is " + Excerpt.of(value));
        }
    }
}
