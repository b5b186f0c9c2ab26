package org.perceus.provisioning.spi;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the text of a setting may be, and what it means. Immutable.
 *
 * @param <T> what the text means
 * @since 1.1
 */
public final class SettingForm<T> {
    private final Function<String, Optional<T>> reading;
    private final String words;
    private final List<String> values;

    private SettingForm(String words, List<String> values, Function<String, Optional<T>> reading) {
        this.words = words;
        this.values = List.copyOf(values);
        this.reading = reading;
    }

    /**
     * A form of a module's own.
     *
     * @param words what is possible, the rest of a sentence that begins with "use", such as {@code no, or a size such as 4G}
     * @param values some that are possible, for completion and lists; may be none
     * @param reading gives the meaning of a text, and nothing for one that is not of this form; a pure function
     */
    public static <T> SettingForm<T> of(String words, List<String> values, Function<String, Optional<T>> reading) {
        return new SettingForm<>(words, values, reading);
    }

    /** Any text of one line. */
    public static SettingForm<String> text() {
        return matching("a text of one line", "[^\\p{Cntrl}]*");
    }

    /**
     * Text that a regular expression matches as a whole.
     *
     * @param words what is possible, as in {@link #of}
     * @param expression for {@link Pattern}; takes a time that grows with the text only
     */
    public static SettingForm<String> matching(String words, String expression) {
        Pattern pattern = Pattern.compile(expression);
        return new SettingForm<>(words, List.of(), text -> Optional.of(text)
                .filter(one -> pattern.matcher(one).matches()));
    }

    /** One of some words. */
    public static SettingForm<String> oneOf(String... words) {
        List<String> all = List.of(words);
        return new SettingForm<>("one of " + String.join(", ", all), all, text -> Optional.of(text)
                .filter(all::contains));
    }

    /** {@code yes} or {@code no}. */
    public static SettingForm<Boolean> yesOrNo() {
        return new SettingForm<>("yes or no", List.of("yes", "no"), text -> oneOf("yes", "no")
                .read(text)
                .map("yes"::equals));
    }

    /** A whole number in decimal digits. */
    public static SettingForm<Integer> number(int least, int most) {
        return new SettingForm<>("a number from " + least + " to " + most, List.of(), text -> Optional.of(text)
                .filter(one -> one.matches("0|[1-9][0-9]{0,8}"))
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most));
    }

    /** A number of bytes: digits with K, M, G or T behind them, in either case, for KiB to TiB. */
    public static SettingForm<Long> size() {
        Pattern size = Pattern.compile("([1-9][0-9]{0,6})([KMGT])", Pattern.CASE_INSENSITIVE);
        return new SettingForm<>("a size such as 800M or 4G", List.of(), text -> Optional.of(size.matcher(text))
                .filter(Matcher::matches)
                .map(found -> Long.parseLong(found.group(1))
                        << 10
                                * (1
                                        + "KMGT"
                                                .indexOf(Character.toUpperCase(
                                                        found.group(2).charAt(0))))));
    }

    /** Some of another form, separated by commas; none in an empty text. */
    public static <T> SettingForm<List<T>> listOf(SettingForm<T> form) {
        return manyOf("a list, separated by commas, each ", "[,\\s]+", form);
    }

    /**
     * Some of another form whose own text may have commas and blanks, separated by semicolons; none in an empty text.
     *
     * @param form reads a text without blanks around it
     */
    public static <T> SettingForm<List<T>> entriesOf(SettingForm<T> form) {
        return manyOf("a list, separated by semicolons, each ", ";", form);
    }

    private static <T> SettingForm<List<T>> manyOf(String words, String separator, SettingForm<T> form) {
        return new SettingForm<>(words + form.words, form.values, text -> {
            List<Optional<T>> all = Arrays.stream(text.split(separator))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .map(form::read)
                    .toList();
            return all.stream().allMatch(Optional::isPresent)
                    ? Optional.of(all.stream().map(Optional::get).collect(Collectors.toUnmodifiableList()))
                    : Optional.empty();
        });
    }

    /** The meaning of a text; empty when it is not of this form. */
    public Optional<T> read(String text) {
        return reading.apply(text);
    }

    /** What is possible: the rest of a sentence that begins with "use". */
    public String words() {
        return words;
    }

    /** Values that are possible, for completion; not always all, and none when there are too many. */
    public List<String> values() {
        return values;
    }
}
