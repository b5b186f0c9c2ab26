package org.perceus.node;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.Test;

public class NameTest {
    @Test
    public void isOneDnsLabel() {
        assertEquals("rack1-n01", Name.parse(" Rack1-N01 ").value());
        new Name("a".repeat(63));
        for (String text : new String[] {"", "-a", "a-", "a.b", "a b", "a/b", "$(x)", "ä", "a".repeat(64), "a\n"}) {
            var refusal = assertThrows(IllegalArgumentException.class, () -> new Name(text));
            assertTrue(refusal.getMessage(), refusal.getMessage().contains("is not a name"));
        }
    }

    @Test
    public void isOrderedAsPeopleDo() {
        List<Name> sorted = new ArrayList<>();
        for (String text :
                new String[] {"1", "2-a", "n", "n1", "n01", "n2", "n10", "n010b", "n10c", "n-1", "r2n3", "r10n1"}) {
            sorted.add(new Name(text));
        }
        Collections.sort(sorted);
        assertEquals("[1, 2-a, n, n01, n1, n2, n10, n010b, n10c, n-1, r2n3, r10n1]", sorted.toString());
    }

    @Test
    public void orderIsConsistent() {
        Random random = new Random(7);
        List<Name> names = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = 0; k <= random.nextInt(5); k++) {
                text.append("01a-b29".charAt(random.nextInt(7)));
            }
            names.add(new Name("x" + text + "0"));
        }
        for (Name one : names) {
            for (Name other : names) {
                int order = one.compareTo(other);
                assertEquals(one + " " + other, -Integer.signum(order), Integer.signum(other.compareTo(one)));
                assertEquals(one.equals(other), order == 0);
                for (Name third : names.subList(0, 40)) {
                    if (order < 0 && other.compareTo(third) < 0) {
                        assertTrue(one + " " + other + " " + third, one.compareTo(third) < 0);
                    }
                }
            }
        }
    }

    @Test
    public void settingKeysAreLowerCaseWords() {
        assertEquals("kernel-args", new SettingKey("kernel-args").toString());
        for (String text : new String[] {"", "1a", "A", "a_b", "a=b", "a b", "a".repeat(65)}) {
            assertThrows(IllegalArgumentException.class, () -> new SettingKey(text));
        }
    }
}
