package org.perceus.shell.internal.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.perceus.provisioning.NearestWord;
import org.perceus.shell.internal.screen.CommandFailure;

/** Finds a command by the words of the system's shell: {@code node script list} is the command {@code node-script-list}. */
final class CommandWords {
    private static final int MOST_WORDS = 3;
    private static final String SCOPE = "perceus:";

    /**
     * A command and the words that follow it.
     *
     * @param name its name, such as {@code node-list}
     * @param rest what follows
     */
    record Found(String name, List<String> rest) {}

    private final SortedMap<String, String> descriptions;

    /** @param descriptions the commands' descriptions by their names */
    CommandWords(SortedMap<String, String> descriptions) {
        this.descriptions = new TreeMap<>(descriptions);
    }

    /** The command that the words begin with. */
    Optional<Found> find(List<String> words) {
        for (int count = Math.min(MOST_WORDS, words.size()); count > 0; count--) {
            String joined = String.join("-", words.subList(0, count));
            String name = joined.startsWith(SCOPE) ? joined.substring(SCOPE.length()) : joined;
            if (descriptions.containsKey(name)) {
                return Optional.of(new Found(name, words.subList(count, words.size())));
            }
        }
        return Optional.empty();
    }

    /** The commands that begin with some words and go on, with their descriptions. */
    SortedMap<String, String> of(List<String> words) {
        String prefix = String.join("-", words) + "-";
        return descriptions.subMap(prefix, prefix + Character.MAX_VALUE);
    }

    /** The words that may follow some words in a command. */
    List<String> after(List<String> words) {
        int known = String.join("-", words).length() + 1;
        return of(words).keySet().stream()
                .map(name -> name.substring(known).replaceFirst("-.*", ""))
                .distinct()
                .toList();
    }

    /** All commands with their descriptions. */
    SortedMap<String, String> all() {
        return descriptions;
    }

    /** The words that may stand first. */
    List<String> nouns() {
        TreeSet<String> nouns = new TreeSet<>();
        descriptions.keySet().forEach(name -> nouns.add(name.replaceFirst("-.*", "")));
        return List.copyOf(nouns);
    }

    /** What is wrong with words that name no command. */
    CommandFailure unknown(List<String> words) {
        List<String> typed = new ArrayList<>();
        descriptions.keySet().forEach(name -> typed.add(typed(name)));
        String wanted = words.get(0).indexOf('-') < 0 ? String.join(" ", command(words)) : typed(words.get(0));
        String near = NearestWord.to(wanted, typed)
                .or(() -> NearestWord.to(words.get(0), nouns()))
                .map(word -> ": did you mean 'perceus " + word + "'?")
                .orElse(": 'perceus --help' lists all");
        return CommandFailure.usage("there is no command '" + wanted + "'" + near);
    }

    /** Those of the words that would name a command. */
    private List<String> command(List<String> words) {
        List<String> two = words.subList(0, Math.min(2, words.size()));
        return words.size() < MOST_WORDS || of(two).isEmpty() ? two : words.subList(0, MOST_WORDS);
    }

    /** A command as it is typed, such as {@code node list}. */
    static String typed(String name) {
        return name.replace('-', ' ');
    }
}
