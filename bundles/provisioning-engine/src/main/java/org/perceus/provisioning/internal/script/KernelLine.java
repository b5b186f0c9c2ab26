package org.perceus.provisioning.internal.script;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.perceus.provisioning.spi.KernelArgument;

/** The command line of a kernel: words that are divided by blanks, which may stand in double quotes. */
final class KernelLine {
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*+(?:\"|$)|[^\\s\"]++)++");

    private KernelLine() {}

    /** A line with arguments behind it, in the place of those of their names; the line itself when there are none. */
    static String with(String line, List<KernelArgument> added) {
        if (added.isEmpty()) {
            return line;
        }
        Set<String> names = added.stream().map(KernelArgument::name).collect(Collectors.toSet());
        Stream<String> others =
                WORD.matcher(line).results().map(MatchResult::group).filter(word -> !names.contains(name(word)));
        return Stream.concat(others, added.stream().map(KernelArgument::toString))
                .collect(Collectors.joining(" "));
    }

    private static String name(String word) {
        String plain = word.startsWith("\"") ? word.substring(1) : word;
        return plain.split("=", 2)[0];
    }
}
