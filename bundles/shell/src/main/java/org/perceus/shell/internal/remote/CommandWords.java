package org.perceus.shell.internal.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.perceus.provisioning.NearestWord;
import org.perceus.shell.internal.screen.CommandFailure;

/** Finds a command by the words of the system's shell: {@code node list} is the command {@code node-list}. */
final class CommandWords {
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
        String first = words.get(0).startsWith(SCOPE) ? words.get(0).substring(SCOPE.length()) : words.get(0);
        if (descriptions.containsKey(first)) {
            return Optional.of(new Found(first, words.subList(1, words.size())));
        }
        if (words.size() > 1 && descriptions.containsKey(first + "-" + words.get(1))) {
            return Optional.of(new Found(first + "-" + words.get(1), words.subList(2, words.size())));
        }
        return Optional.empty();
    }

    /** The commands whose names begin with a noun and a hyphen, with their descriptions. */
    SortedMap<String, String> of(String noun) {
        String prefix = noun + "-";
        return descriptions.subMap(prefix, prefix + Character.MAX_VALUE);
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
        String wanted = words.size() > 1 && words.get(0).indexOf('-') < 0
                ? words.get(0) + " " + words.get(1)
                : typed(words.get(0));
        String near = NearestWord.to(wanted, typed)
                .or(() -> NearestWord.to(words.get(0), nouns()))
                .map(word -> ": did you mean 'perceus " + word + "'?")
                .orElse(": 'perceus --help' lists all");
        return CommandFailure.usage("there is no command '" + wanted + "'" + near);
    }

    /** A command as it is typed, such as {@code node list}. */
    static String typed(String name) {
        return name.replaceFirst("-", " ");
    }
}
