package org.perceus.provisioning.testkit;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a script into one that does no harm to the machine on which it is tested: programs that it calls by their path are
 * called by their name, which finds a stub, and what it writes to a file by an absolute path goes nowhere. Quoted text is left as
 * it is, but for the script of a starter, which runs.
 */
final class HarmlessScript {
    private static final String STARTER = "^install_starter '(?<starter>[^']*+(?:'\\\\''[^']*+)*+)'$";
    private static final String WRITING = "(?<writing>>>?)[ \\t]*\"?/(?!dev/(?:null|stderr|stdout))[^\\s;&|)}\"]*\"?";
    private static final String QUOTED =
            "'[^']*+'|\\\\[\\s\\S]|\"[^\"\\\\]*+(?:\\\\[\\s\\S][^\"\\\\]*+)*+\"|(?<![^\\s;])#.*";
    private static final String PROGRAM =
            "(?<before>(?:^|[;&|({!]|\\b(?:do|elif|else|exec|if|then|until|while)\\b)[ \\t]*)"
                    + "/(?:usr/)?(?:local/)?s?bin/(?=[^\\s/]+)";
    private static final Pattern PARTS =
            Pattern.compile(String.join("|", STARTER, WRITING, QUOTED, PROGRAM), Pattern.MULTILINE);

    private HarmlessScript() {}

    static String of(String script) {
        Matcher parts = PARTS.matcher(script);
        return parts.replaceAll(part -> Matcher.quoteReplacement(harmless(parts, part)));
    }

    private static String harmless(Matcher parts, MatchResult part) {
        if (parts.group("starter") != null) {
            String starter = parts.group("starter").replace("'\\''", "'");
            return "install_starter '" + of(starter).replace("'", "'\\''") + "'";
        }
        if (parts.group("writing") != null) {
            return parts.group("writing") + "/dev/null";
        }
        return parts.group("before") != null ? parts.group("before") : part.group();
    }
}
