package org.perceus.shell.client;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What the launcher script tells the client. Immutable.
 *
 * @param socket where the container listens
 * @param width columns of the terminal; 0 when the output is no terminal
 * @param unicode whether the output may hold more than ASCII
 * @param interactive whether somebody can answer questions
 * @param words the user's words
 */
record ClientOptions(Path socket, int width, boolean unicode, boolean interactive, List<String> words) {
    /**
     * Reads options up to the first word that is none of them, or up to {@code --}.
     *
     * @throws IllegalArgumentException with a sentence when one is malformed, or the socket is missing
     */
    static ClientOptions parse(String[] arguments) {
        Path socket = null;
        int width = 0;
        boolean unicode = false;
        boolean interactive = false;
        int i = 0;
        for (; i < arguments.length; i++) {
            String option = arguments[i];
            if (option.equals("--socket") && i + 1 < arguments.length) {
                socket = Path.of(arguments[++i]);
            } else if (option.equals("--width") && i + 1 < arguments.length) {
                width = columns(arguments[++i]);
            } else if (option.equals("--unicode")) {
                unicode = true;
            } else if (option.equals("--interactive")) {
                interactive = true;
            } else {
                break;
            }
        }
        if (socket == null) {
            throw new IllegalArgumentException("no socket given: start with --socket PATH");
        }
        if (i < arguments.length && arguments[i].equals("--")) {
            i++;
        }
        List<String> words = Arrays.asList(arguments).subList(i, arguments.length);
        return new ClientOptions(socket, width, unicode, interactive, words);
    }

    private static int columns(String text) {
        try {
            return Math.max(0, Math.min(10_000, Integer.parseInt(text)));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
