package org.perceus.shell.internal.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.perceus.shell.internal.completion.WordCompleter;

/** Completes the last word of a command line for the system's shell. */
final class WordCompletion {
    private final CommandWords commands;
    private final Function<String, Optional<CommandSyntax>> syntaxes;
    private final Function<Class<?>, Optional<WordCompleter>> completers;

    /**
     * @param syntaxes gives the syntax of a command
     * @param completers gives the completer of a class
     */
    WordCompletion(
            CommandWords commands,
            Function<String, Optional<CommandSyntax>> syntaxes,
            Function<Class<?>, Optional<WordCompleter>> completers) {
        this.commands = commands;
        this.syntaxes = syntaxes;
        this.completers = completers;
    }

    /** What the last word may become; the words before it are complete. */
    List<String> of(List<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        String typed = words.get(words.size() - 1);
        List<String> before = words.subList(0, words.size() - 1);
        if (before.isEmpty()) {
            List<String> first = new ArrayList<>(commands.nouns());
            first.add("completion");
            return matching(first, typed);
        }
        Optional<CommandWords.Found> found = commands.find(before);
        if (found.isEmpty()) {
            return matching(before.equals(List.of("completion")) ? List.of("bash") : commands.after(before), typed);
        }
        return syntaxes.apply(found.get().name())
                .map(syntax -> inCommand(syntax, found.get().rest(), typed))
                .orElse(List.of());
    }

    private List<String> inCommand(CommandSyntax syntax, List<String> before, String typed) {
        int place = 0;
        Optional<CommandSyntax.OptionSyntax> open = Optional.empty();
        for (String word : before) {
            if (open.isPresent()) {
                open = Optional.empty();
            } else if (word.startsWith("-")) {
                open = syntax.option(word).filter(option -> !option.flag());
            } else {
                place++;
            }
        }
        if (open.isPresent()) {
            return complete(open.get().completer(), typed);
        }
        if (typed.startsWith("-")) {
            List<String> names = new ArrayList<>();
            syntax.options().forEach(option -> names.add(option.names().get(0)));
            names.add("--help");
            return matching(names, typed);
        }
        return complete(syntax.argument(place).flatMap(CommandSyntax.ArgumentSyntax::completer), typed);
    }

    private List<String> complete(Optional<Class<?>> completer, String typed) {
        return completer
                .flatMap(completers)
                .map(found -> found.completions(typed))
                .orElse(List.of());
    }

    private static List<String> matching(List<String> words, String typed) {
        return words.stream().filter(word -> word.startsWith(typed)).toList();
    }
}
