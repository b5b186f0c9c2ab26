package org.perceus.provisioning.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A real shell for node scripts in tests, in which the words of Perceus OS write down how they were called and do
 * nothing else. Of the machine's programs a script finds only those that change nothing but the files they are told to
 * write: partitioning, mounting and deleting are stubs, also where the script names them by their path. What it would write
 * outside of the test's folder is written nowhere. So a module's mistake does no harm to the machine that tests it, as far as
 * a look at its script can tell: run tests as a user who owns nothing of value all the same.
 */
public final class ScriptShell {
    /** What a script finds of the machine, if the machine has it. */
    private static final List<String> TOOLS = List.of(
            "awk",
            "base64",
            "basename",
            "cat",
            "cut",
            "date",
            "dirname",
            "expr",
            "false",
            "grep",
            "head",
            "id",
            "ls",
            "mktemp",
            "od",
            "printf",
            "readlink",
            "sed",
            "seq",
            "sleep",
            "sort",
            "stat",
            "tail",
            "test",
            "tr",
            "true",
            "uname",
            "uniq",
            "wc",
            "xargs");

    /** Programs of Perceus OS and of the second OS that must not run here. */
    private static final List<String> STUBS = List.of(
            "blkdiscard",
            "blkid",
            "blockdev",
            "busybox",
            "chown",
            "chroot",
            "cp",
            "cpio",
            "dd",
            "e2fsck",
            "findfs",
            "findmnt",
            "fsck",
            "grub-install",
            "ifconfig",
            "insmod",
            "ip",
            "kexec",
            "ln",
            "losetup",
            "lsblk",
            "mdadm",
            "mkfs",
            "mkfs.ext4",
            "mkfs.vfat",
            "mkfs.xfs",
            "mkswap",
            "modprobe",
            "mount",
            "mountpoint",
            "mv",
            "nc",
            "partprobe",
            "pivot_root",
            "poweroff",
            "reboot",
            "rm",
            "rmdir",
            "sfdisk",
            "sgdisk",
            "swapon",
            "switch_root",
            "sync",
            "tar",
            "tee",
            "touch",
            "udhcpc",
            "umount",
            "unshare",
            "wget",
            "wipefs",
            "zstd");

    /** Programs that change what they are given by its path, which they may within the test's folder alone. */
    private static final List<String> GUARDED = List.of("chmod", "mkdir");

    private static final int SECONDS = 20;

    private final Map<String, String> stubs = new TreeMap<>();
    private final List<String> command;

    /** @param command the shell, which takes the script's file as its last argument; {@code sh} unless it is given */
    public ScriptShell(String... command) {
        this.command = command.length == 0 ? List.of("sh") : List.of(command);
        STUBS.forEach(name -> stubs.put(name, ""));
    }

    /**
     * Adds a program, or replaces one.
     *
     * @param name its name
     * @param text shell text that runs with its arguments after the call was written down; may be empty
     */
    public ScriptShell stub(String name, String text) {
        stubs.put(name, text);
        return this;
    }

    /**
     * Runs a script until it ends, under {@code set -eu}.
     *
     * @param folder an empty folder for its files
     */
    public ScriptRun run(Path folder, String script) throws IOException, InterruptedException {
        return run(folder, script, programs(folder));
    }

    /**
     * Runs scripts one after the other, each with files of its own: much quicker than a shell for each.
     *
     * @param folder an empty folder for their files
     */
    public List<ScriptRun> runAll(Path folder, List<String> scripts) throws IOException, InterruptedException {
        Path programs = programs(folder);
        List<ScriptRun> runs = new ArrayList<>();
        for (String script : scripts) {
            runs.add(run(Files.createDirectory(folder.resolve(String.valueOf(runs.size()))), script, programs));
        }
        return runs;
    }

    private ScriptRun run(Path folder, String script, Path programs) throws IOException, InterruptedException {
        Path destination = Files.createDirectory(folder.resolve("dest"));
        // as a server sends it, so half of a pair becomes a question mark
        byte[] text = (prelude() + HarmlessScript.of(script)).getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("script"), text);
        Path calls = Files.createFile(folder.resolve("calls"));
        List<String> words = new ArrayList<>(command);
        words.set(0, tool(words.get(0)).orElse(Path.of(words.get(0))).toString());
        words.add(file.toString());
        ProcessBuilder builder = new ProcessBuilder(words).directory(destination.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", programs.toString());
        environment.put("CALLS", calls.toString());
        environment.put("DESTDIR", destination.toString());
        environment.put("WORK", Files.createDirectory(folder.resolve("work")).toString());
        environment.put("RUN", Files.createDirectory(folder.resolve("run")).toString());
        environment.put("PERCEUS_SERVER", "http://10.10.0.1:9870");
        environment.put("PERCEUS_MAC", "52:54:00:12:34:56");
        environment.put("PERCEUS_IP", "10.10.0.100/24");
        environment.put("PERCEUS_GATEWAY", "10.10.0.1");
        builder.redirectInput(ProcessBuilder.Redirect.from(
                Files.createFile(folder.resolve("input")).toFile()));
        builder.redirectError(folder.resolve("errors").toFile());
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException("the script does not end within " + SECONDS + " s");
        }
        String errors = Files.readString(folder.resolve("errors"));
        return new ScriptRun(process.exitValue(), parse(Files.readAllBytes(calls)), errors, destination);
    }

    /** A folder with all programs that the script finds. */
    private Path programs(Path folder) throws IOException {
        Path programs = Files.createDirectory(folder.resolve("programs"));
        for (String name : TOOLS) {
            var tool = tool(name);
            if (tool.isPresent() && !stubs.containsKey(name)) {
                Files.createSymbolicLink(programs.resolve(name), tool.get());
            }
        }
        for (String name : GUARDED) {
            if (!stubs.containsKey(name)) {
                write(programs.resolve(name), guard(name, folder));
            }
        }
        for (Map.Entry<String, String> stub : stubs.entrySet()) {
            write(programs.resolve(stub.getKey()), program(stub.getKey(), stub.getValue()));
        }
        return programs;
    }

    private static void write(Path program, String text) throws IOException {
        Files.setPosixFilePermissions(Files.writeString(program, text), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Runs a program unless an argument is a path that leads out of the folder; then the call is written down. */
    private static String guard(String name, Path folder) {
        return """
                #!/bin/sh
                for word; do
                	case $word in
                	'%2$s'/*) ;;
                	/*) printf '%%s\\0' "$(($# + 1))" '%1$s' "$@" >>"$CALLS" && exit ;;
                	esac
                done
                exec %3$s "$@"
                """
                .formatted(name, folder, tool(name).orElse(Path.of("/bin", name)));
    }

    private static String program(String name, String text) {
        return "#!/bin/sh\nprintf '%s\\0' \"$(($# + 1))\" '" + name + "' \"$@\" >>\"$CALLS\"\n" + text + "\n";
    }

    private static Optional<Path> tool(String name) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String prelude() throws IOException {
        try (InputStream words = ScriptShell.class.getResourceAsStream("words.sh")) {
            return new String(words.readAllBytes(), StandardCharsets.UTF_8);
        }
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
