package org.perceus.vnfs.internal.neutral;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class FieldsTest {
    @Test
    public void addsAnOptionBehindThoseThatAreThere() {
        assertEquals("UUID=1 / ext4 ro,nofail 0 1", new Fields("UUID=1 / ext4 ro 0 1").withOption(3, "nofail", "auto"));
    }

    @Test
    public void makesTheFieldsThatAreMissing() {
        assertEquals("UUID=1 /data auto nofail", new Fields("UUID=1 /data \t").withOption(3, "nofail", "auto"));
    }

    @Test
    public void countsAFieldThatIsAControlCharacter() {
        assertEquals("UUID=1 \u001c auto nofail", new Fields("UUID=1 \u001c").withOption(3, "nofail", "auto"));
    }
}
