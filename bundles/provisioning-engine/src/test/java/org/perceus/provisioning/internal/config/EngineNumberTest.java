package org.perceus.provisioning.internal.config;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class EngineNumberTest {
    private final List<String> complaints = new ArrayList<>();

    @Test
    public void readsTheConfiguration() {
        assertEquals(90, EngineNumber.NO_WORD.of(Map.of("noWordSeconds", "90"), complaints::add));
        assertEquals(90, EngineNumber.NO_WORD.of(Map.of("noWordSeconds", 90), complaints::add));
        assertEquals(50, EngineNumber.NO_WORD.of(Map.of("noWordSeconds", " "), complaints::add));
        assertEquals(List.of(), complaints);
    }

    @Test
    public void aWrongNumberIsToldOfAndReplacedByTheDefault() {
        for (String wrong : List.of("banana", "-1", "0", "1.5", "86401", "99999999999", "60s")) {
            complaints.clear();
            assertEquals(50, EngineNumber.NO_WORD.of(Map.of("noWordSeconds", wrong), complaints::add));
            assertEquals(
                    List.of("etc/org.perceus.provisioning.cfg: noWordSeconds: '" + wrong
                            + "' is not a value for it, 50 is used: write 1 to 86400"),
                    complaints);
        }
    }

    @Test
    public void defaultsAreThoseOfTheMetadata() throws Exception {
        for (EngineNumber number : EngineNumber.values()) {
            assertEquals(
                    EngineConfig.class.getMethod(number.key()).getDefaultValue(), number.of(Map.of(), complaints::add));
        }
        assertEquals(List.of(), complaints);
    }
}
