package org.perceus.administration.internal.inventory;

import java.util.Optional;
import java.util.stream.Stream;

/** What stands between the values of a line, the likeliest first. */
enum Separator {
    COMMA(',', "comma"),
    SEMICOLON(';', "semicolon"),
    BAR('|', "vertical bar"),
    TAB('\t', "tab");

    private final char character;
    private final String word;

    Separator(char character, String word) {
        this.character = character;
        this.word = word;
    }

    char character() {
        return character;
    }

    /** As in {@code a comma}. */
    String one() {
        return "a " + word;
    }

    /** As in {@code commas}. */
    String many() {
        return word + "s";
    }

    /** The first that a line holds outside of its quotes; empty when it holds none. */
    static Optional<Separator> of(String line) {
        String bare = line.replaceAll("\"[^\"]*\"?", "");
        return Stream.of(values()).filter(one -> one.isIn(bare.strip())).findFirst();
    }

    /** A separator that stands within a value, which is a mixture. */
    static Optional<Separator> within(String value) {
        return Stream.of(values()).filter(one -> one.isIn(value)).findFirst();
    }

    private boolean isIn(String text) {
        return text.indexOf(character) >= 0;
    }
}
