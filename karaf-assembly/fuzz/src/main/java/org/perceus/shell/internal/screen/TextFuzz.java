package org.perceus.shell.internal.screen;

import org.perceus.fuzz.Input;
import org.perceus.fuzz.Promise;
import org.perceus.module.OneLine;
import org.perceus.provisioning.spi.site.SiteText;

/** Text of nodes and of others, on its way into a log, a protocol or a terminal. */
public final class TextFuzz {
    private static final int LONGEST_SENTENCE = 4003;

    private TextFuzz() {}

    /** A length, and a text. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Input input = new Input(bytes);
        int longest = 1 + input.octet();
        byte[] rest = input.rest();
        String text = new Input(rest).text();
        SiteText.of(rest).ifPresent(read -> Promise.equal(text, read, "text is text"));
        String one = OneLine.of(text, longest);
        Promise.kept(one.length() <= longest, "a line is cut to its length");
        harmless(one);
        harmless(Printable.line(text));
        Promise.equal(Printable.line(text), Printable.line(Printable.line(text)), "what is harmless stays as it is");
        Promise.kept(Printable.sentence(text).length() <= LONGEST_SENTENCE, "a sentence is bounded");
        harmless(Printable.sentence(text));
        harmless(Printable.json(text).replace("\n", ""));
    }

    private static void harmless(String line) {
        Promise.kept(
                line.codePoints().noneMatch(c -> switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SURROGATE -> true;
                    default -> false;
                }),
                "a line drives no terminal");
    }
}
