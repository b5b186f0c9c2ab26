package org.perceus.simulator.node;

import java.util.ArrayList;
import java.util.List;

/** Takes a shell text apart into commands and their words, as far as quotes, comments and separators go. */
final class ShellCommands {
    private final String text;
    private final List<List<String>> commands = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private ShellCommands(String text) {
        this.text = text;
    }

    /** The commands in their order; variables and conditions stay as they are written. */
    static List<List<String>> of(String text) {
        return new ShellCommands(text).read();
    }

    private List<List<String>> read() {
        while (at < text.length()) {
            char next = text.charAt(at++);
            switch (next) {
                case '\'' -> quoted('\'');
                case '"' -> quoted('"');
                case '\\' -> escaped();
                case ' ', '\t' -> endWord();
                case '\n', ';', '|', '&' -> endCommand();
                case '#' -> comment();
                default -> literal(next);
            }
        }
        endCommand();
        return commands;
    }

    private void literal(char next) {
        word.append(next);
        inWord = true;
    }

    private void quoted(char quote) {
        inWord = true;
        while (at < text.length() && text.charAt(at) != quote) {
            if (quote == '"' && text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            word.append(text.charAt(at++));
        }
        at++;
    }

    private void escaped() {
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        } else if (at < text.length()) {
            literal(text.charAt(at++));
        }
    }

    private void comment() {
        if (inWord) {
            word.append('#');
            return;
        }
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private void endCommand() {
        endWord();
        if (!words.isEmpty()) {
            commands.add(words);
            words = new ArrayList<>();
        }
    }
}
