package org.perceus.provisioning.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How a script ran in a {@link ScriptShell}.
 *
 * @param status exit status of the shell
 * @param calls each call of a stub with its arguments, the name first
 * @param errors what the shell said on standard error
 * @param destination {@code $DESTDIR}
 */
public record ScriptRun(int status, List<List<String>> calls, String errors, Path destination) {
    /** Runs a script in the system's shell. */
    public static ScriptRun of(Path folder, String script) throws IOException, InterruptedException {
        return of(folder, script, "sh");
    }

    /**
     * Runs a script.
     *
     * @param folder an empty folder for its files
     * @param shell the command that takes the script's file as its last argument
     */
    public static ScriptRun of(Path folder, String script, String... shell) throws IOException, InterruptedException {
        return new ScriptShell(shell).run(folder, script);
    }

    /** Whether a stub was called. */
    public boolean called(String name) {
        return calls.stream().anyMatch(call -> call.get(0).equals(name));
    }

    /** A file that the script wrote, by its absolute path in the second OS. */
    public String file(String path) throws IOException {
        return Files.readString(path(path));
    }

    /** Where a path of the second OS is. */
    public Path path(String path) {
        return destination.resolve(path.substring(1));
    }
}
