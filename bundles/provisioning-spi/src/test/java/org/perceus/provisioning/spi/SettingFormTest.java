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

    @Test
    public void aFormMaySayItselfWhatIsWrong() {
        SettingForm<Integer> form = SettingForm.explained("an even number", List.of("2"), text -> {
            if (text.length() % 2 != 0) {
                throw new ProvisioningException("it has " + text.length() + " characters");
            }
            return text.length();
        });
        assertEquals(Optional.of(4), form.read("four"));
        assertEquals(Optional.empty(), form.problem("four"));
        assertEquals(Optional.empty(), form.read("odd"));
        assertEquals(Optional.of("it has 3 characters"), form.problem("odd"));
        assertEquals(
                Optional.of("the setting x is 'odd': it has 3 characters"),
                NodeSetting.of("x", form, "").problem("odd"));
    }

    @Test(timeout = 10_000)
    public void aLongTextIsReadInATimeThatGrowsWithIt() {
        String blanks = " ".repeat(1 << 16);
        assertEquals(Optional.empty(), SettingForm.entriesOf(pair).read("a=b" + blanks + "!" + ";".repeat(1 << 20)));
    }
}
