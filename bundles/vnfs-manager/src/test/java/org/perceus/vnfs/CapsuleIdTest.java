package org.perceus.vnfs;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

public class CapsuleIdTest {
    @Test
    public void readsWhatItWrites() {
        for (String text : List.of("debian-12@1", "a@A", "rocky_9.4@2026.11-RC1", "0@0")) {
            assertEquals(text, CapsuleId.parse(text).toString());
        }
        assertEquals(new CapsuleId("debian-12", "1"), CapsuleId.parse("debian-12@1"));
    }

    @Test
    public void refusesWhatCouldBeSomethingElse() {
        for (String text : List.of(
                "",
                "@",
                "a",
                "a@",
                "@1",
                "A@1",
                "a@1@2",
                "../a@1",
                "a@..",
                ".@1",
                "-a@1",
                "a/b@1",
                "a@1/2",
                "a b@1",
                "a@1\n",
                "a\0@1",
                "\u00e4@1",
                "a".repeat(65) + "@1",
                "a@" + "1".repeat(65))) {
            assertThrows(text, IllegalArgumentException.class, () -> CapsuleId.parse(text));
        }
    }

    @Test
    public void saysWhatWouldBeRight() {
        assertEquals(
                "'debian' has no version: write it as in debian-12@1",
                assertThrows(IllegalArgumentException.class, () -> CapsuleId.parse("debian"))
                        .getMessage());
    }

    @Test
    public void knowsHashes() {
        assertTrue(Artifact.isHash("0123456789abcdef".repeat(4)));
        for (String text : List.of("", "0".repeat(63), "0".repeat(65), "A".repeat(64), "0".repeat(64) + "\n")) {
            assertFalse(text, Artifact.isHash(text));
            assertThrows(IllegalArgumentException.class, () -> new Artifact(text, 1));
        }
        assertThrows(IllegalArgumentException.class, () -> new Artifact("0".repeat(64), -1));
    }
}
