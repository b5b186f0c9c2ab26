package org.perceus.provisioning.spi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a node script in a real shell, with functions that write down how they were called in place of those of Perceus
 * OS. For tests of modules.
 *
 * @param status exit status of the shell
 * @param calls each call with its arguments, the function's name first
 * @param errors what the shell said on standard error
 * @param destination {@code $DESTDIR}
 */
public record ScriptRun(int status, List<List<String>> calls, String errors, Path destination) {
    private static final String PRELUDE =
            """
            set -eu
            note() { printf '%s\\0' "$#" "$@" >>"$CALLS"; }
            step() { note step "$@"; }
            fetch() { note fetch "$@"; echo "$1" >"$3"; }
            link_file() { note link_file "$@"; mkdir -p "$DESTDIR${2%/*}"; ln -s "$1" "$DESTDIR$2"; }
            fail() { note fail "$@"; exit 9; }
            install_agent() { note install_agent "$@"; }
            install_ram_init() { note install_ram_init "$@"; }
            append_overlay() { note append_overlay "$@"; }
            enter_kexec() { note enter_kexec "$@"; exit 0; }
            write_file() {
                note write_file "$@"
                mkdir -p "$DESTDIR${1%/*}"
                cat >"$DESTDIR$1"
                chmod "$2" "$DESTDIR$1"
            }
            """;

    /**
     * Runs a script until it ends.
     *
     * @param folder an empty folder for its files
     * @param shell the command that takes the script's file as its last argument
     */
    public static ScriptRun of(Path folder, String script, String... shell) throws IOException, InterruptedException {
        Path destination = Files.createDirectory(folder.resolve("dest"));
        Path file = Files.writeString(folder.resolve("script"), PRELUDE + script);
        Path calls = Files.createFile(folder.resolve("calls"));
        List<String> command = new ArrayList<>(List.of(shell));
        command.add(file.toString());
        ProcessBuilder builder = new ProcessBuilder(command).directory(destination.toFile());
        builder.environment().put("CALLS", calls.toString());
        builder.environment().put("DESTDIR", destination.toString());
        builder.environment()
                .put("WORK", Files.createDirectory(folder.resolve("work")).toString());
        builder.redirectError(folder.resolve("errors").toFile());
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the script does not end");
        }
        String errors = Files.readString(folder.resolve("errors"));
        return new ScriptRun(process.exitValue(), parse(Files.readAllBytes(calls)), errors, destination);
    }

    /** Runs a script in the system's shell. */
    public static ScriptRun of(Path folder, String script) throws IOException, InterruptedException {
        return of(folder, script, "sh");
    }

    /** A file that the script wrote, by its absolute path in the second OS. */
    public String file(String path) throws IOException {
        return Files.readString(path(path));
    }

    /** Where a path of the second OS is. */
    public Path path(String path) {
        return destination.resolve(path.substring(1));
    }

    private static List<List<String>> parse(byte[] log) {
        String[] words = new String(log, StandardCharsets.UTF_8).split("\0", -1);
        List<List<String>> calls = new ArrayList<>();
        for (int at = 0; at < words.length - 1; ) {
            int end = at + 1 + Integer.parseInt(words[at]);
            calls.add(Arrays.asList(words).subList(at + 1, end));
            at = end;
        }
        return calls;
    }
}
