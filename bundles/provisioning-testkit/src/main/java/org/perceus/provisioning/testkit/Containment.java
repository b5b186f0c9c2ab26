package org.perceus.provisioning.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.SettingForm;

/** Finds out whether a hostile value of a setting stayed a value in what a node script did. */
final class Containment {
    private static final Pattern LINE_BREAK = Pattern.compile("[\\n\\r\\x0b\\x0c\\x1e\\x85\\u2028\\u2029]");
    private static final Pattern SPECIFIER = Pattern.compile("%[A-Za-z]");

    /** Tables whose lines have so many fields, divided by colons. */
    private static final Map<String, Integer> TABLES =
            Map.of("/etc/passwd", 7, "/etc/group", 4, "/etc/shadow", 9, "/etc/gshadow", 4);

    private final String value;
    private final NodeView node;
    private final ScriptRun run;
    private final List<String> breaches = new ArrayList<>();

    private Containment(String value, NodeView node, ScriptRun run) {
        this.value = value;
        this.node = node;
        this.run = run;
    }

    /**
     * Where the value got out of its place, each as the rest of a sentence; empty when it did nowhere.
     *
     * @param value one of {@link HostileText}
     * @param node the node that has it
     */
    static List<String> breaches(String value, NodeView node, ScriptRun run) throws IOException {
        Containment containment = new Containment(value, node, run);
        containment.look();
        return List.copyOf(containment.breaches);
    }

    private void look() throws IOException {
        if (run.called(HostileText.COMMAND)) {
            breaches.add("ran a command");
        }
        if (run.status() != 0) {
            breaches.add("made the script fail: " + run.errors());
        }
        run.calls().stream()
                .filter(call -> call.get(0).equals("enter_kexec"))
                .forEach(call -> lookAtKernelLine(call.get(3)));
        List<Path> made;
        try (Stream<Path> all = Files.walk(run.destination())) {
            made = all.filter(path -> !path.equals(run.destination())).toList();
        }
        for (Path path : made) {
            lookAtPath(path);
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                lookAtText(
                        "/" + run.destination().relativize(path),
                        new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
            }
        }
    }

    /** The kernel arguments that an administrator gives are one line, of any words. */
    private void lookAtKernelLine(String line) {
        String added = line.replace(node.kernelArguments(), "");
        if (SettingForm.text().read(added).isEmpty()) {
            breaches.add("is a line break or a control character on the kernel's line");
        }
        if (Arrays.stream(added.split(" ")).anyMatch(word -> word.matches("(?:rd)?init=.*|" + HostileText.COMMAND))) {
            breaches.add("is an argument of its own on the kernel's line: " + added);
        }
    }

    private void lookAtPath(Path path) {
        String name = path.getFileName().toString();
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            breaches.add("is a control character in the name of a file");
        }
        if (value.contains("/") && name.contains(HostileText.COMMAND)) {
            breaches.add("leads into another folder: " + path);
        }
    }

    private void lookAtText(String path, String text) {
        List<String> lines = LINE_BREAK.splitAsStream(text).map(String::strip).toList();
        if (LINE_BREAK.matcher(value).find() && lines.stream().anyMatch(line -> line.startsWith(HostileText.COMMAND))) {
            breaches.add("began a line of " + path);
        }
        if (path.contains("/systemd/")) {
            String specifiers = text.replace("%%", "");
            SPECIFIER
                    .matcher(value)
                    .results()
                    .map(MatchResult::group)
                    .filter(specifiers::contains)
                    .forEach(specifier -> breaches.add("is the specifier " + specifier + " in " + path));
        }
        int fields = TABLES.getOrDefault(path, 0);
        if (fields > 0 && text.lines().anyMatch(line -> line.split(":", -1).length != fields)) {
            breaches.add("gave a line of " + path + " more fields or fewer");
        }
    }
}
