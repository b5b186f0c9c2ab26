package org.perceus.simulator.node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a node script has a node do that the server notices. Immutable.
 *
 * @param deeds in their order
 * @param token of the agent, if one is installed
 */
record NodeScript(List<Deed> deeds, Optional<String> token) {
    /** One thing that the server notices. */
    sealed interface Deed {
        /** A step begins. */
        record Begin(String name) implements Deed {}

        /** An artifact is downloaded. */
        record Fetch(String sha256, long octets) implements Deed {}

        /** The second system is entered. */
        record Enter() implements Deed {}
    }

    /** Reads the words of {@code docs/node-protocol.md}; conditions count as met. */
    static NodeScript of(String text) {
        List<Deed> deeds = new ArrayList<>();
        Map<String, List<String>> tools = new HashMap<>();
        String token = null;
        for (List<String> command : ShellCommands.of(text)) {
            switch (command.get(0)) {
                case "step" -> deeds.add(new Deed.Begin(word(command, 1)));
                case "fetch", "install_root" -> fetch(word(command, 1), word(command, 2), deeds);
                case "place_artifact" -> fetch(word(command, 3), word(command, 4), deeds);
                case "tools_are" -> tools.put(word(command, 1), command);
                case "use_tools" -> {
                    List<String> known = tools.getOrDefault(word(command, 1), List.of());
                    fetch(word(known, 2), word(known, 3), deeds);
                }
                case "install_agent" -> token = word(command, 2);
                case "enter_kexec", "finish_disks" -> deeds.add(new Deed.Enter());
                default -> {}
            }
        }
        return new NodeScript(List.copyOf(deeds), Optional.ofNullable(token));
    }

    private static void fetch(String sha256, String octets, List<Deed> deeds) {
        if (sha256.length() == 64) {
            deeds.add(new Deed.Fetch(sha256, octets.matches("[0-9]{1,15}") ? Long.parseLong(octets) : 0));
        }
    }

    private static String word(List<String> command, int number) {
        return number < command.size() ? command.get(number) : "";
    }
}
