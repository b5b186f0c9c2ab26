package org.perceus.address;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class VlanIdTest {
    @Test
    public void numbersOfTheStandardAreRead() {
        for (String text : List.of("1", "12", "4094")) {
            assertEquals(text, VlanId.find(text).map(VlanId::toString).orElse("none"));
        }
    }

    @Test
    public void allElseIsNoVlan() {
        for (String text : List.of("", "0", "4095", "9999", "012", "-1", "12 ", "1e3", "99999999999")) {
            assertEquals(text, Optional.empty(), VlanId.find(text));
        }
    }

    @Test
    public void aNumberOutOfRangeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new VlanId(0));
        assertThrows(IllegalArgumentException.class, () -> new VlanId(4095));
    }
}
