package org.perceus.boot.internal.tftp;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class TermsTest {
    private static final int LARGEST = 1468;
    private static final long SIZE = 123_456;

    private static Terms agree(String... namesAndValues) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            wanted.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Terms.agree(wanted, SIZE, LARGEST);
    }

    @Test
    public void withoutOptionsItIsRfc1350() {
        assertEquals(new Terms(512, 1, Optional.empty(), Map.of()), agree());
    }

    @Test
    public void acknowledgesInTheClientsOrder() {
        Terms terms = agree("tsize", "0", "windowsize", "4", "timeout", "3", "blksize", "1024");
        assertEquals(1024, terms.blockSize());
        assertEquals(4, terms.window());
        assertEquals(Optional.of(Duration.ofSeconds(3)), terms.timeout());
        assertEquals(
                List.of("tsize", "windowsize", "timeout", "blksize"),
                List.copyOf(terms.acknowledged().keySet()));
        assertEquals("123456", terms.acknowledged().get("tsize"));
    }

    @Test
    public void answersLessThanTheClientWantsWhereTheNetworkCarriesLess() {
        assertEquals(Map.of("blksize", "1468"), agree("blksize", "8192").acknowledged());
        assertEquals(Map.of("windowsize", "64"), agree("windowsize", "65535").acknowledged());
    }

    @Test
    public void leavesOutImpossibleValues() {
        for (String value : new String[] {"7", "65465", "-1", "", "1e3", "99999999999999999999", "+9", "\u0663"}) {
            assertEquals(value, Terms.agree(Map.of(), SIZE, LARGEST), agree("blksize", value));
        }
        assertEquals(Map.of(), agree("windowsize", "0").acknowledged());
        assertEquals(Map.of(), agree("timeout", "0").acknowledged());
        assertEquals(
                "would hold a place too long", Map.of(), agree("timeout", "255").acknowledged());
        assertEquals(Map.of(), agree("tsize", "big").acknowledged());
        assertEquals(Map.of(), agree("multicast", "1").acknowledged());
    }
}
