package org.perceus.ledger.internal.retention;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class HistoryLimitsTest {
    private final List<String> complaints = new ArrayList<>();

    @Test
    public void areThoseOfTheConfiguration() {
        assertEquals(
                new HistoryLimits(Duration.ofDays(30), 5_000),
                HistoryLimits.read(Map.of("historyDays", " 30", "historyChanges", 5_000), complaints::add));
        assertEquals(new HistoryLimits(Duration.ofDays(730), 1_000_000), HistoryLimits.read(Map.of(), complaints::add));
        assertEquals(List.of(), complaints);
    }

    @Test
    public void aWrongOneIsSaidAndDropsNothingMore() {
        for (String wrong : List.of("0", "-1", "36501", "ten", "99999999999", "1.5")) {
            complaints.clear();
            assertEquals(
                    Duration.ofDays(730),
                    HistoryLimits.read(Map.of("historyDays", wrong), complaints::add)
                            .age());
            assertEquals(
                    List.of("'" + wrong + "' is not a value for historyDays, 730 is used: write 1 to 36500"),
                    complaints);
        }
    }
}
