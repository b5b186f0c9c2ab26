package org.perceus.simulator.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What iPXE is told to do. Immutable.
 *
 * @param files URLs of what it loads, in their order; none when the machine is told to wait
 * @param server whom Perceus OS asks, by the kernel's arguments
 * @param claim the boot's claim, by the kernel's arguments
 * @param message what it shows
 * @param pauseSeconds how long it waits when there is nothing to load, or that fails, before it reboots
 */
record IpxeScript(
        List<String> files, Optional<String> server, Optional<String> claim, String message, int pauseSeconds) {
    private static final String SERVER = "perceus.server=";
    private static final String CLAIM = "perceus.claim=";

    static IpxeScript of(String text) {
        List<String> files = new ArrayList<>();
        List<String> arguments = List.of();
        String message = "";
        int pause = 10;
        for (String line : text.split("\n")) {
            List<String> words = Arrays.asList(line.split(" +"));
            switch (words.get(0)) {
                case "kernel" -> {
                    arguments = words;
                    words.stream().filter(IpxeScript::isUrl).findFirst().ifPresent(files::add);
                }
                case "initrd" ->
                    words.stream().filter(IpxeScript::isUrl).findFirst().ifPresent(files::add);
                case "echo" -> message = line.substring("echo".length()).strip();
                case "sleep" ->
                    pause = words.size() == 2 && words.get(1).matches("[0-9]{1,4}")
                            ? Integer.parseInt(words.get(1))
                            : pause;
                default -> {}
            }
        }
        return new IpxeScript(
                List.copyOf(files), argument(arguments, SERVER), argument(arguments, CLAIM), message, pause);
    }

    private static boolean isUrl(String word) {
        return word.startsWith("http://");
    }

    private static Optional<String> argument(List<String> words, String name) {
        return words.stream()
                .filter(word -> word.startsWith(name))
                .map(word -> word.substring(name.length()))
                .findFirst();
    }
}
