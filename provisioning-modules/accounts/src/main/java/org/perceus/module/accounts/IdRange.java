package org.perceus.module.accounts;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.provisioning.spi.SettingForm;

/**
 * Numbers of accounts and groups.
 *
 * @param first the lowest
 * @param last the highest
 */
record IdRange(int first, int last) {
    private static final Pattern FORM = Pattern.compile("(" + Field.NUMBER + ")-(" + Field.NUMBER + ")");

    static SettingForm<IdRange> form() {
        return SettingForm.of(
                "a range of numbers such as 1000-60000", List.of(), text -> Optional.of(FORM.matcher(text))
                        .filter(Matcher::matches)
                        .map(found -> new IdRange(Field.number(found.group(1)), Field.number(found.group(2))))
                        .filter(range -> range.first() > 0 && range.first() <= range.last()));
    }

    boolean has(int number) {
        return number >= first && number <= last;
    }
}
