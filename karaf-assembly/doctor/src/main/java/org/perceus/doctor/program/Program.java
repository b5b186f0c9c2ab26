package org.perceus.doctor.program;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A program of the command line.
 *
 * @param main the class beside whose file is its {@code usage.txt}
 * @param failure what is said before the sentence of what failed
 */
public record Program(Class<?> main, String failure) {
    /** The exit code of what failed. */
    public static final int FAILED = 1;

    private static final int USAGE = 2;

    /** What a program does. */
    @FunctionalInterface
    public interface Task {
        /**
         * Does it.
         *
         * @return the exit code
         * @throws IllegalArgumentException with a sentence when the words are wrong
         * @throws RefusedException with a sentence when it is not done
         */
        int run() throws IOException, RefusedException, InterruptedException;
    }

    /**
     * Runs it, or shows its help.
     *
     * @param words of the user
     * @return the exit code: that of the task, 1 when it failed, and 2 when the words are wrong
     */
    public int run(List<String> words, PrintStream out, PrintStream err, Task task) {
        if (words.contains("--help") || words.contains("-h")) {
            out.print(usage());
            return 0;
        }
        try {
            int code = task.run();
            out.flush();
            return code;
        } catch (IllegalArgumentException e) {
            err.println("perceus: " + e.getMessage());
            return USAGE;
        } catch (RefusedException | IOException e) {
            out.flush();
            err.println("perceus: " + failure + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private String usage() {
        try (var text = main.getResourceAsStream("usage.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
