package org.perceus.module.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.perceus.module.files.tree.SiteEntry.AfterChange;
import org.perceus.provisioning.spi.FileContent;
import org.perceus.provisioning.spi.NodeFile;
import org.perceus.provisioning.spi.StateScript;

/**
 * What a node runs after files of it have changed: each command once, when its second OS starts. A root that remembers, as
 * one on a disk does, has a mark for each command with the files that it was run for. For one thread.
 */
final class ChangeScripts {
    private static final String MARKS = "/var/lib/perceus/files";

    private record Command(String origin, MessageDigest files) {}

    private final Map<String, Command> commands = new LinkedHashMap<>();

    void add(AfterChange after, NodeFile file) {
        MessageDigest files = commands.computeIfAbsent(
                        after.command(), command -> new Command(after.origin(), sha256()))
                .files();
        String all = String.join("\n", file.path(), file.mode(), file.owner().orElse(""), content(file.content()));
        files.update((all + "\n").getBytes(StandardCharsets.UTF_8));
    }

    List<StateScript> scripts() {
        List<StateScript> scripts = new ArrayList<>();
        commands.forEach((command, of) -> {
            of.files().update(command.getBytes(StandardCharsets.UTF_8));
            String mark = MARKS + "/" + HexFormat.of().formatHex(of.files().digest());
            scripts.add(new StateScript(
                    StateScript.State.START,
                    "site-files-" + (scripts.size() + 1),
                    text(command, mark),
                    StateScript.OnFailure.CONTINUE,
                    of.origin()));
        });
        return scripts;
    }

    /** The command is the administrator's own shell, and the mark is hexadecimal. */
    private static String text(String command, String mark) {
        return "#!/bin/sh\n[ ! -e " + mark + " ] || exit 0\nset -e\n" + command + "\nmkdir -p " + MARKS + "\n: >" + mark
                + "\n";
    }

    private static String content(FileContent content) {
        if (content instanceof FileContent.Text text) {
            return text.text();
        }
        if (content instanceof FileContent.Binary binary) {
            return binary.base64();
        }
        if (content instanceof FileContent.Published published) {
            return published.artifact().sha256();
        }
        return content instanceof FileContent.Link link ? link.target() : "";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
