package org.perceus.node.internal.selection;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.perceus.node.Name;

public class GroupSelectionTest {
    @Test
    public void namesAndRangesNeedNotExist() {
        assertEquals("rack1 rack2 rack9 rack10", select("rack[9-10],@rack1 RACK2 rack1"));
    }

    @Test
    public void globsMatchWhatIsThere() {
        assertEquals("rack1 rack2", select("@rack*"));
        assertEquals("There is no group shelf*", refused("rack1,shelf*"));
    }

    @Test
    public void whatNamesNoGroupIsRefused() {
        assertEquals("No group is named: write names as in rack1, rack[1-8] or rack*", refused(" , "));
        for (String expression : List.of("ra/ck", "rack[1-", "@", "rack[1-20000]", "-", "*".repeat(20_000))) {
            refused(expression);
        }
    }

    private static String select(String expression) {
        List<Name> known = Stream.of("rack1", "rack2", "default").map(Name::new).toList();
        return new GroupSelection(known)
                .select(expression).stream().map(Name::value).collect(Collectors.joining(" "));
    }

    private static String refused(String expression) {
        return assertThrows(IllegalArgumentException.class, () -> select(expression))
                .getMessage();
    }
}
