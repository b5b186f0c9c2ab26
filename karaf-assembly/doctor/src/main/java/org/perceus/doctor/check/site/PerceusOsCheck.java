package org.perceus.doctor.check.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.system.Sha256;

/** Whether the system that nodes run first is as its manifest says. */
public final class PerceusOsCheck implements Check {
    private static final String LINE = "file [a-z0-9][a-z0-9._-]* [0-9a-f]{64} \\d{1,18}";

    private final Path folder;

    /** @param folder that the configuration names, which need not be there */
    public PerceusOsCheck(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "perceus os";
    }

    @Override
    public List<Finding> findings() throws IOException, InterruptedException {
        Path manifest = folder.resolve("manifest");
        if (!Files.isRegularFile(manifest)) {
            return List.of(bad("no node can boot: there is no Perceus OS in " + folder));
        }
        List<Finding> findings = new ArrayList<>();
        List<String> lines = Files.readAllLines(manifest);
        int files = 0;
        for (String line : lines) {
            if (line.matches(LINE)) {
                String[] words = line.split(" ");
                examine(words[1], words[2], Long.parseLong(words[3]), findings);
                files++;
            } else if (line.startsWith("file ")) {
                findings.add(bad(
                        "the manifest of the Perceus OS in " + folder + " has a line that is none: '" + line + "'"));
            }
        }
        for (String needed : List.of("kernel", "initramfs")) {
            if (lines.stream().noneMatch(line -> line.startsWith("file " + needed + " "))) {
                findings.add(bad("the manifest of the Perceus OS in " + folder + " names no " + needed));
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.ok("the " + files + " files of the Perceus OS in " + folder
                        + " are those that its manifest names"))
                : findings;
    }

    private void examine(String name, String sha256, long size, List<Finding> findings)
            throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            findings.add(bad("the Perceus OS in " + folder + " lacks its file " + name));
        } else if (Files.size(file) != size || !Sha256.of(file).equals(sha256)) {
            findings.add(bad("the file " + name + " of the Perceus OS in " + folder
                    + " is not the one that its manifest names"));
        }
    }

    private Finding bad(String sentence) {
        return Finding.problem(sentence).with("vnfs-repo/perceus-os/build --output " + folder);
    }
}
