package org.perceus.module.files.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.provisioning.spi.Excerpt;
import org.perceus.provisioning.spi.NodeFile;

/**
 * What lies beside the tree of a scope and says who its files belong to. A line is a path or a pattern, and behind it
 * {@code mode=OCTAL} and {@code owner=USER[:GROUP]} in any order, last of all {@code run=COMMAND}; of several lines for a path the last counts. Blank lines
 * and those that begin with {@code #} are for people. Immutable.
 *
 * @param rules its lines
 * @param problems what is wrong with it, a sentence each
 */
public record Manifest(List<ManifestRule> rules, List<String> problems) {
    private static final int MOST_LINES = 1_000;
    private static final int LONGEST_COMMAND = 1_000;
    private static final Pattern RUN = Pattern.compile("[ \t]run=(.*)");
    private static final String WORDS = "mode=OCTAL, owner=USER:GROUP or run=COMMAND";

    /** Copies the lists. */
    public Manifest {
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
    }

    /** One that says nothing. */
    public static Manifest none() {
        return new Manifest(List.of(), List.of());
    }

    /**
     * Reads one.
     *
     * @param origin its file, for sentences
     */
    public static Manifest read(String origin, String text) {
        List<ManifestRule> rules = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<String> lines = text.lines().toList();
        if (lines.size() > MOST_LINES) {
            problems.add(origin + " has " + lines.size() + " lines, and " + MOST_LINES + " are allowed: use patterns");
            return new Manifest(List.of(), problems);
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    rules.add(rule(i + 1, line));
                } catch (WrongLine e) {
                    problems.add(origin + " line " + (i + 1) + ": " + e.getMessage());
                }
            }
        }
        return new Manifest(rules, problems);
    }

    private static ManifestRule rule(int number, String line) throws WrongLine {
        Matcher command = RUN.matcher(line);
        Optional<String> run = command.find() ? Optional.of(command.group(1).strip()) : Optional.empty();
        String[] words = (run.isPresent() ? line.substring(0, command.start()) : line).split("[ \t]+");
        if (!words[0].startsWith("/") || words[0].length() > PathPattern.LONGEST) {
            throw new WrongLine("'" + Excerpt.of(words[0])
                    + "' is no path: begin with a path on the node such as /etc/motd, with ? for a blank in it");
        }
        Optional<String> mode = Optional.empty();
        Optional<String> owner = Optional.empty();
        for (int i = 1; i < words.length; i++) {
            String value = words[i].substring(words[i].indexOf('=') + 1);
            if (words[i].equals("mode=" + value)) {
                mode = Optional.of(checked(NodeFile.isMode(value), value, "no mode: use one such as 640 or 4755"));
            } else if (words[i].equals("owner=" + value)) {
                owner = Optional.of(checked(NodeFile.isOwner(value), value, "no owner: use USER or USER:GROUP"));
            } else {
                throw new WrongLine("'" + Excerpt.of(words[i]) + "' is not known: use " + WORDS);
            }
        }
        if (run.filter(text -> text.isEmpty()
                        || text.length() > LONGEST_COMMAND
                        || text.matches("(?s).*[\\p{Cc}\\p{Zl}\\p{Zp}&&[^\t]].*"))
                .isPresent()) {
            throw new WrongLine("run= needs a command of at most " + LONGEST_COMMAND + " characters behind it");
        }
        if (mode.isEmpty() && owner.isEmpty() && run.isEmpty()) {
            throw new WrongLine("it says nothing of " + Excerpt.of(words[0]) + ": add " + WORDS);
        }
        return new ManifestRule(number, new PathPattern(words[0]), mode, owner, run);
    }

    private static String checked(boolean right, String value, String otherwise) throws WrongLine {
        if (!right) {
            throw new WrongLine("'" + Excerpt.of(value) + "' is " + otherwise);
        }
        return value;
    }

    private static final class WrongLine extends Exception {
        private static final long serialVersionUID = 1L;

        WrongLine(String message) {
            super(message, null, false, false);
        }
    }
}
