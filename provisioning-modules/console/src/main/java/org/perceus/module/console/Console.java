package org.perceus.module.console;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.provisioning.spi.KernelArgument;
import org.perceus.provisioning.spi.SettingForm;

/**
 * A console of the kernel, on which somebody may log in.
 *
 * @param device its name below {@code /dev}; {@code tty0} is the screen
 * @param speed bits in a second on a serial line; empty for one that has none, or the usual
 * @param options speed, parity, bits and flow as the kernel takes them, with a comma in front; may be empty
 */
record Console(String device, Optional<String> speed, String options) {
    private static final Pattern FORM = Pattern.compile("(?<device>tty(?:[0-9]|[1-5][0-9]|6[0-3])"
            + "|(?<serial>(?:ttyS|ttyAMA|ttyUSB|ttyACM|hvc|xvc)[0-9]{1,3}))"
            + "(?<options>,(?<speed>[1-9][0-9]{2,6})(?:[noe](?:[5-8]r?)?)?)?");

    private static final String SCREEN = "tty0";

    /** Some of them; the kernel knows one of each kind, and would take the first alone. */
    static SettingForm<List<Console>> form() {
        return SettingForm.of(
                "consoles of the kernel, separated by blanks and one of each kind, such as ttyS1,115200 tty0",
                List.of("tty0", "ttyS0,115200 tty0", "ttyS1,115200 tty0"),
                text -> {
                    List<Optional<Console>> all = Arrays.stream(text.strip().split(" +"))
                            .filter(word -> !word.isEmpty())
                            .map(Console::of)
                            .toList();
                    List<Console> consoles =
                            all.stream().flatMap(Optional::stream).toList();
                    boolean isWhole = consoles.size() == all.size()
                            && consoles.stream().map(Console::kind).distinct().count() == all.size();
                    return isWhole ? Optional.of(consoles) : Optional.empty();
                });
    }

    /** What tells the kernel of it. */
    KernelArgument argument() {
        return new KernelArgument("console", device + options);
    }

    /** Where somebody logs in: on the first screen for the one that is seen. */
    String terminal() {
        return device.equals(SCREEN) ? "tty1" : device;
    }

    /** Whether it is a screen rather than a line. */
    boolean isScreen() {
        return kind().equals("tty");
    }

    private String kind() {
        return device.replaceAll("[0-9]+$", "");
    }

    private static Optional<Console> of(String word) {
        return Optional.of(FORM.matcher(word))
                .filter(Matcher::matches)
                .filter(found -> found.group("serial") != null || found.group("options") == null)
                .map(found -> new Console(
                        found.group("device"),
                        Optional.ofNullable(found.group("speed")),
                        Optional.ofNullable(found.group("options")).orElse("")));
    }
}
