package org.perceus.simulator;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.perceus.simulator.dhcp.Mac;
import org.perceus.simulator.dhcp.Persona;
import org.perceus.simulator.http.Portion;
import org.perceus.simulator.node.Behaviour;

/** Reads the words of the command line. */
final class OptionReader {
    private static final Set<String> VALUED = Set.of(
            "--nodes",
            "--first-mac",
            "--firmware",
            "--over",
            "--image",
            "--timeout",
            "--check-in",
            "--delay",
            "--relay",
            "--server");
    private static final Set<String> PLAIN = Set.of("--whole", "--keys", "--json", "--list");
    private static final int DAY = 86_400;
    private static final int MINUTE_MILLIS = 60_000;
    private static final int KIB = 1024;
    private static final int MB = 1_000_000;

    private final Map<String, String> given = new HashMap<>();

    private OptionReader(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (PLAIN.contains(word)) {
                given.put(word, "");
            } else if (!VALUED.contains(word)) {
                throw new IllegalArgumentException("there is no option '" + word + "': see perceus simulate --help");
            } else if (i + 1 == words.size()) {
                throw new IllegalArgumentException(word + " needs a value");
            } else {
                given.put(word, words.get(++i));
            }
        }
    }

    /** @throws IllegalArgumentException with a sentence when a word is wrong */
    static Options read(List<String> words) {
        return new OptionReader(words).options();
    }

    private Options options() {
        int checkIn = number("--check-in", 0, 0, DAY);
        return new Options(
                number("--nodes", 100, 1, 100_000),
                firstMac(),
                new Behaviour(
                        firmware(), given.containsKey("--whole"), portion(), checkIn > 0, given.containsKey("--keys")),
                number("--over", 0, 0, DAY),
                number("--timeout", 600, 1, DAY),
                checkIn,
                number("--delay", 0, 0, MINUTE_MILLIS),
                relay(),
                given.containsKey("--json"),
                given.containsKey("--list"));
    }

    private int number(String option, int standard, int least, int most) {
        String text = given.getOrDefault(option, Integer.toString(standard));
        int value = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    option + " is a number from " + least + " to " + most + ", not '" + text + "'");
        }
        return value;
    }

    private Portion portion() {
        if (given.containsKey("--whole")) {
            return Portion.WHOLE;
        }
        return given.containsKey("--image")
                ? new Portion((long) MB * number("--image", 1, 1, 100_000))
                : new Portion(KIB);
    }

    private Mac firstMac() {
        String text = given.getOrDefault("--first-mac", "02:50:00:00:00:00");
        if (!text.matches("(?i)[0-9a-f][02468ace](:[0-9a-f]{2}){5}")) {
            throw new IllegalArgumentException(
                    "--first-mac is the address of a card, such as 02:50:00:00:00:00, not '" + text + "'");
        }
        return new Mac(Long.parseLong(text.replace(":", ""), 16));
    }

    private Persona firmware() {
        return switch (given.getOrDefault("--firmware", "bios")) {
            case "bios" -> Persona.BIOS;
            case "uefi" -> Persona.UEFI;
            default ->
                throw new IllegalArgumentException("--firmware is bios or uefi, not '" + given.get("--firmware") + "'");
        };
    }

    private Optional<Options.Relay> relay() {
        if (!given.containsKey("--relay") && !given.containsKey("--server")) {
            return Optional.empty();
        }
        if (!given.containsKey("--relay") || !given.containsKey("--server")) {
            throw new IllegalArgumentException(
                    "--relay and --server go together: the address of this host, and whom to ask");
        }
        return Optional.of(new Options.Relay(address("--relay"), address("--server")));
    }

    private Inet4Address address(String option) {
        String text = given.get(option);
        try {
            if (text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")
                    && InetAddress.getByName(text) instanceof Inet4Address found) {
                return found;
            }
        } catch (UnknownHostException e) {
            // said below
        }
        throw new IllegalArgumentException(option + " is an IPv4 address, not '" + text + "'");
    }
}
