package org.perceus.shell.internal.remote;

import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What commands there are, and how each is typed. */
final class HelpText {
    private static final int UNLIMITED = 100;

    private HelpText() {}

    /** A list of commands. */
    static String list(SortedMap<String, String> descriptions, int width) {
        StringBuilder text = new StringBuilder("usage: perceus COMMAND [OPTIONS] [ARGUMENTS]\n\n");
        int widest =
                descriptions.keySet().stream().mapToInt(String::length).max().orElse(0);
        descriptions.forEach(
                (name, description) -> entry(text, CommandWords.typed(name), description, widest + 4, width));
        text.append("\n'perceus COMMAND --help' says more, 'perceus completion bash' makes TAB complete.\n");
        return text.toString();
    }

    /** All about one command. */
    static String command(CommandSyntax syntax, int width) {
        StringBuilder text = new StringBuilder("usage: perceus " + CommandWords.typed(syntax.name()) + " [OPTIONS]");
        for (CommandSyntax.ArgumentSyntax argument : syntax.arguments()) {
            String name = "<" + argument.name() + ">" + (argument.multiple() ? "..." : "");
            text.append(' ').append(argument.required() ? name : "[" + name + "]");
        }
        text.append("\n\n").append(syntax.description()).append(".\n");
        if (!syntax.arguments().isEmpty()) {
            text.append("\narguments\n");
        }
        for (CommandSyntax.ArgumentSyntax argument : syntax.arguments()) {
            entry(text, "<" + argument.name() + ">", argument.description(), 0, width);
        }
        text.append("\noptions\n");
        for (CommandSyntax.OptionSyntax option : syntax.options()) {
            String names = option.names().stream()
                    .map(name -> option.flag()
                            ? name
                            : name + " " + name.replaceFirst("^-+", "").toUpperCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            entry(text, names, option.description(), 0, width);
        }
        entry(text, "--help", "Show this", 0, width);
        return text.toString();
    }

    private static void entry(StringBuilder text, String name, String description, int indent, int width) {
        int column = Math.max(indent, 26);
        text.append("  ").append(name);
        int at = 2 + name.length();
        if (at + 2 > column) {
            text.append('\n');
            at = 0;
        }
        text.append(" ".repeat(column - at));
        wrap(text, description, column, width == 0 ? UNLIMITED : width);
    }

    private static void wrap(StringBuilder text, String description, int column, int width) {
        int at = column;
        for (String word : description.split(" ")) {
            if (at > column && at + 1 + word.length() > width) {
                text.append('\n').append(" ".repeat(column));
                at = column;
            } else if (at > column) {
                text.append(' ');
                at++;
            }
            text.append(word);
            at += word.length();
        }
        text.append('\n');
    }
}
