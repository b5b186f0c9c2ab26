package org.perceus.provisioning.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Optional;
import org.perceus.provisioning.spi.SettingForm;

/** What a sentence has to be by which something is refused. */
final class Refusal {
    private static final int LONGEST = 1000;

    private Refusal() {}

    /** Fails unless a sentence can be shown to an administrator, whatever it has of a value in it. */
    static void assertFit(String what, String sentence) {
        assertTrue(what + " is refused without a reason", sentence != null && sentence.length() > 10);
        assertTrue(what + " is refused by a sentence of " + sentence.length(), sentence.length() <= LONGEST);
        assertEquals(
                what + " is refused by a sentence that no terminal and no log should get",
                Optional.of(sentence),
                SettingForm.text().read(sentence));
    }
}
