package org.perceus.doctor.check.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.check.site.ArtifactUse.Hash;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.system.Sha256;

/** Whether each artifact is what its name says, and all are there that capsules need. */
public final class CapsulesCheck implements Check {
    private static final Duration LIMIT = Duration.ofHours(1);

    private final Path vnfs;
    private final Path modules;
    private final Path perceusOs;
    private final Path programs;
    private final boolean quick;
    private final Consumer<String> progress;

    /**
     * @param vnfs the folder of capsules and artifacts
     * @param modules the folder of what methods built
     * @param perceusOs the folder of Perceus OS, of which parts are artifacts too
     * @param programs the folder with what starts and stops the container
     * @param quick to see only whether they are there
     * @param progress is told how far it is
     */
    public CapsulesCheck(
            Path vnfs, Path modules, Path perceusOs, Path programs, boolean quick, Consumer<String> progress) {
        this.vnfs = vnfs;
        this.modules = modules;
        this.perceusOs = perceusOs;
        this.programs = programs;
        this.quick = quick;
        this.progress = progress;
    }

    @Override
    public String name() {
        return "capsules";
    }

    @Override
    public Duration limit() {
        return LIMIT;
    }

    @Override
    public List<Finding> findings() throws IOException, InterruptedException {
        ArtifactUse use = ArtifactUse.read(vnfs, modules, perceusOs);
        List<Finding> findings = new ArrayList<>();
        for (Hash needed : use.all()) {
            if (!Files.isRegularFile(place(needed))) {
                findings.add(lost(needed, use, "there is no artifact " + place(needed)));
            }
        }
        List<Path> artifacts = artifacts();
        if (!quick) {
            verify(artifacts, use, findings);
        }
        if (findings.isEmpty()) {
            findings.add(ok(artifacts.size()));
        }
        return findings;
    }

    private Finding ok(int artifacts) {
        if (artifacts == 0) {
            return Finding.note("no capsule is imported yet").with("perceus vnfs import NAME@VERSION ROOT");
        }
        return quick
                ? Finding.note(artifacts + " artifacts are there; their hashes were left out, as --quick says")
                        .with("perceus doctor")
                : Finding.ok(artifacts + " artifacts have the hashes that they are named by");
    }

    private void verify(List<Path> artifacts, ArtifactUse use, List<Finding> findings)
            throws IOException, InterruptedException {
        long done = 0;
        long all = 0;
        for (Path artifact : artifacts) {
            all += Files.size(artifact);
        }
        for (Path artifact : artifacts) {
            progress.accept(all == 0 ? "" : 100 * done / all + " %");
            Hash name = new Hash(artifact.getFileName().toString());
            if (!Sha256.of(artifact).equals(name.sha256())) {
                findings.add(lost(name, use, "the artifact " + artifact + " is damaged"));
            }
            done += Files.size(artifact);
        }
    }

    /** What was built or published is so again once it is missing; an archive comes from whoever imported it. */
    private Finding lost(Hash artifact, ArtifactUse use, String sentence) {
        if (use.capsule(artifact).isPresent()) {
            String capsule = use.capsule(artifact).get();
            String name = capsule.substring(0, capsule.indexOf('@'));
            return Finding.problem(
                            sentence + ", the archive of " + capsule + ": import its root again as another version")
                    .with("perceus vnfs import " + name + "@VERSION ROOT");
        }
        return use.part(artifact)
                .map(whole -> Finding.problem(
                        sentence + ", a part of " + whole + ": the container makes it anew after its next start"))
                .orElse(Finding.warning(sentence
                        + ", and no capsule needs it: a module that does publishes it anew after the next start"))
                .with(removal(artifact));
    }

    private String removal(Hash artifact) {
        return "rm -f " + place(artifact) + "; " + programs.resolve("stop") + "; " + programs.resolve("start");
    }

    private List<Path> artifacts() throws IOException {
        Path folder = vnfs.resolve("artifacts");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder, 2)) {
            return all.filter(file -> file.getFileName().toString().matches("[0-9a-f]{64}"))
                    .sorted()
                    .toList();
        }
    }

    private Path place(Hash artifact) {
        return vnfs.resolve("artifacts")
                .resolve(artifact.sha256().substring(0, 2))
                .resolve(artifact.sha256());
    }
}
