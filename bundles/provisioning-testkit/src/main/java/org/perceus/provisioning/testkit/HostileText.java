package org.perceus.provisioning.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Values with which somebody could try to have a node, this server or a terminal do what is not theirs: {@value #COMMAND} runs
 * wherever one of them is taken for shell, and begins a line wherever one of them makes a line of its own.
 */
public final class HostileText {
    /** The command that must never run, and the word that must never begin a line. */
    public static final String COMMAND = "injected_command";

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(?<code>[0-9a-f]{4})|(?<letter>.))");
    private static final int MIB = 1 << 20;
    private static final List<String> VALUES =
            Stream.concat(ofFile(), longOnes()).toList();

    private HostileText() {}

    /** All of them, of up to a MiB. */
    public static List<String> values() {
        return VALUES;
    }

    private static Stream<String> ofFile() {
        try (InputStream file = HostileText.class.getResourceAsStream("hostile.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("## "))
                    .map(HostileText::value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> longOnes() {
        return Stream.of(
                "x".repeat(256),
                "x".repeat(1025),
                "../".repeat(2000),
                "x".repeat(MIB) + "\n" + COMMAND,
                (" " + COMMAND + ";").repeat(MIB / 18),
                "'\"".repeat(MIB / 16),
                "a.".repeat(MIB / 2),
                "\ud83d\ude80".repeat(MIB / 16));
    }

    private static String value(String line) {
        Matcher escapes = ESCAPE.matcher(line.replace("COMMAND", COMMAND));
        return escapes.replaceAll(escape -> Matcher.quoteReplacement(
                escapes.group("code") != null
                        ? String.valueOf((char) Integer.parseInt(escapes.group("code"), 16))
                        : character(escapes.group("letter"))));
    }

    private static String character(String letter) {
        return switch (letter) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            case "0" -> "\0";
            case "s" -> " ";
            default -> letter;
        };
    }
}
