package org.perceus.module.sysctl;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.provisioning.spi.SettingForm;

/**
 * A parameter of the kernel and its value.
 *
 * @param key its path below {@code /proc/sys}, divided by dots or slashes
 * @param value text of one line
 */
record Parameter(String key, String value) {
    private static final Pattern FORM = Pattern.compile(
            "((?:[A-Za-z0-9_][A-Za-z0-9_:@-]{0,63}+[./]){1,12}+[A-Za-z0-9_][A-Za-z0-9_:@-]{0,63}+) {0,9}+= {0,9}+([!-~][ -~]{0,999}+)");

    static SettingForm<Parameter> form() {
        return SettingForm.of("KEY=VALUE such as vm.swappiness=10", List.of(), text -> Optional.of(FORM.matcher(text))
                .filter(Matcher::matches)
                .map(found -> new Parameter(found.group(1), found.group(2))));
    }

    /** As sysctl.d(5) and sysctl.conf(5) have it. */
    String line() {
        return key + " = " + value + "\n";
    }
}
