package org.perceus.provisioning.spi;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class SettingFormTest {
    private final SettingForm<String> pair = SettingForm.matching("KEY=VALUE", "[a-z]+=[a-z, ]+");

    @Test
    public void entriesHaveCommasAndBlanksOfTheirOwn() {
        SettingForm<List<String>> form = SettingForm.entriesOf(pair);
        assertEquals(Optional.of(List.of("a=b, c", "d=e f")), form.read(" a=b, c ;d=e f; "));
        assertEquals("a list, separated by semicolons, each KEY=VALUE", form.words());
    }

    @Test
    public void oneEntryThatIsWrongSpoilsAll() {
        assertEquals(Optional.empty(), SettingForm.entriesOf(pair).read("a=b;nonsense"));
        assertEquals(Optional.empty(), SettingForm.listOf(pair).read("a=b,nonsense"));
    }

    @Test
    public void thereMayBeNone() {
        assertEquals(Optional.of(List.of()), SettingForm.entriesOf(pair).read(" ; ;; "));
        assertEquals(Optional.of(List.of()), SettingForm.listOf(pair).read(""));
    }

    @Test(timeout = 10_000)
    public void aLongTextIsReadInATimeThatGrowsWithIt() {
        String blanks = " ".repeat(1 << 16);
        assertEquals(Optional.empty(), SettingForm.entriesOf(pair).read("a=b" + blanks + "!" + ";".repeat(1 << 20)));
    }
}
