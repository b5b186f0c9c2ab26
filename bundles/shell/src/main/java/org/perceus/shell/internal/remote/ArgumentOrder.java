package org.perceus.shell.internal.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.perceus.provisioning.NearestWord;
import org.perceus.shell.internal.screen.CommandFailure;

/** Checks the words of a command and puts its options first, where the Karaf shell wants them. */
final class ArgumentOrder {
    private final CommandSyntax syntax;
    private final List<String> options = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();

    private ArgumentOrder(CommandSyntax syntax) {
        this.syntax = syntax;
    }

    /**
     * The words with the options first; all words behind {@code --} are arguments.
     *
     * @throws CommandFailure with a sentence when the words do not fit the command
     */
    static List<String> of(CommandSyntax syntax, List<String> words) {
        ArgumentOrder order = new ArgumentOrder(syntax);
        order.sort(words);
        order.checkArguments();
        List<String> sorted = new ArrayList<>(order.options);
        sorted.addAll(order.arguments);
        return sorted;
    }

    private void sort(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--")) {
                arguments.addAll(words.subList(i + 1, words.size()));
                return;
            }
            if (!word.startsWith("-") || word.equals("-")) {
                arguments.add(word);
                continue;
            }
            String name = word.replaceFirst("=.*", "");
            Optional<CommandSyntax.OptionSyntax> option = syntax.option(name);
            if (option.isEmpty()) {
                throw wrong(unknown(name));
            }
            options.add(word);
            if (!option.get().flag() && name.equals(word)) {
                i++;
                if (i == words.size()) {
                    throw wrong("the option " + word + " needs a value");
                }
                options.add(words.get(i));
            } else if (option.get().flag() && !name.equals(word)) {
                throw wrong("the option " + name + " takes no value");
            }
        }
    }

    private void checkArguments() {
        for (int i = 0; i < syntax.arguments().size(); i++) {
            CommandSyntax.ArgumentSyntax argument = syntax.arguments().get(i);
            if (argument.required() && i >= arguments.size()) {
                throw wrong("<" + argument.name() + "> is missing");
            }
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (syntax.argument(i).isEmpty()) {
                throw wrong("'" + arguments.get(i) + "' is too much");
            }
        }
    }

    private String unknown(String name) {
        List<String> names = new ArrayList<>();
        syntax.options().forEach(option -> names.addAll(option.names()));
        names.add("--help");
        return "there is no option " + name
                + NearestWord.to(name, names)
                        .map(near -> " (did you mean " + near + "?)")
                        .orElse("");
    }

    private CommandFailure wrong(String sentence) {
        return CommandFailure.usage(CommandWords.typed(syntax.name()) + ": " + sentence + ": 'perceus "
                + CommandWords.typed(syntax.name()) + " --help' shows what it takes");
    }
}
