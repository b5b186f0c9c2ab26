package org.perceus.provisioning.spi;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What the text of a setting may be, and what it means. Immutable.
 *
 * @param <T> what the text means
 * @since 1.1
 */
public final class SettingForm<T> {
    /** No line breaks of any kind, terminal controls of both sets, halves of pairs. */
    private static final String ONE_LINE = "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*+";

    private final Reading<T> reading;
    private final String words;
    private final List<String> values;

    /**
     * Reads texts, and says of those that are not of the form why.
     *
     * @param <T> what a text means
     */
    @ConsumerType
    @FunctionalInterface
    public interface Reading<T> {
        /**
         * The meaning of a text; a pure function.
         *
         * @throws ProvisioningException when it is not of the form; says what is wrong and what would be right
         */
        T read(String text) throws ProvisioningException;
    }

    private SettingForm(String words, List<String> values, Reading<T> reading) {
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
        return explained(words, values, text -> reading.apply(text)
                .orElseThrow(() -> new ProvisioningException("use " + words)));
    }

    /**
     * A form of a module's own with more than one way to miss it.
     *
     * @param words what is possible, as in {@link #of}
     * @param values some that are possible, for completion and lists; may be none
     */
    public static <T> SettingForm<T> explained(String words, List<String> values, Reading<T> reading) {
        return new SettingForm<>(words, values, reading);
    }

    /** Any text of one line, without control characters. */
    public static SettingForm<String> text() {
        return matching("a text of one line", ONE_LINE);
    }

    /**
     * Text that a regular expression matches as a whole.
     *
     * @param words what is possible, as in {@link #of}
     * @param expression for {@link Pattern}; takes a time that grows with the text only
     */
    public static SettingForm<String> matching(String words, String expression) {
        Pattern pattern = Pattern.compile(expression);
        return of(words, List.of(), text -> Optional.of(text)
                .filter(one -> pattern.matcher(one).matches()));
    }

    /** One of some words. */
    public static SettingForm<String> oneOf(String... words) {
        List<String> all = List.of(words);
        return of("one of " + String.join(", ", all), all, text -> Optional.of(text)
                .filter(all::contains));
    }

    /** {@code yes} or {@code no}. */
    public static SettingForm<Boolean> yesOrNo() {
        return of("yes or no", List.of("yes", "no"), text -> oneOf("yes", "no")
                .read(text)
                .map("yes"::equals));
    }

    /** A whole number in decimal digits. */
    public static SettingForm<Integer> number(int least, int most) {
        return of("a number from " + least + " to " + most, List.of(), text -> Optional.of(text)
                .filter(one -> one.matches("0|[1-9][0-9]{0,8}"))
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most));
    }

    /** A number of bytes: digits with K, M, G or T behind them, in either case, for KiB to TiB. */
    public static SettingForm<Long> size() {
        Pattern size = Pattern.compile("([1-9][0-9]{0,6})([KMGT])", Pattern.CASE_INSENSITIVE);
        return of("a size such as 800M or 4G", List.of(), text -> Optional.of(size.matcher(text))
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
        SettingForm<String> line = text();
        return of(words + form.words, form.values, text -> {
            if (line.read(text).isEmpty()) {
                return Optional.empty();
            }
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
        try {
            return Optional.of(reading.read(text));
        } catch (ProvisioningException e) {
            return Optional.empty();
        }
    }

    /** What is wrong with a text, and what would be right, as a clause; empty when it is of this form. */
    public Optional<String> problem(String text) {
        try {
            reading.read(text);
            return Optional.empty();
        } catch (ProvisioningException e) {
            return Optional.of(e.getMessage());
        }
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
