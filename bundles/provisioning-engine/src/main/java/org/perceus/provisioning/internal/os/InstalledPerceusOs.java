package org.perceus.provisioning.internal.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.boot.BootFiles;
import org.perceus.provisioning.PerceusOs;
import org.perceus.provisioning.internal.config.EngineConfiguration;
import org.perceus.vnfs.Artifact;
import org.perceus.vnfs.ArtifactStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The release of Perceus OS in the configured folder: publishes what nodes download of it. Thread-safe. */
@Component(
        immediate = true,
        service = {InstalledPerceusOs.class, PerceusOs.class, BootFiles.class})
public final class InstalledPerceusOs implements PerceusOs, BootFiles {
    private static final Logger LOG = LoggerFactory.getLogger(InstalledPerceusOs.class);

    private final Path folder;
    private final ArtifactStore artifacts;
    /** Machines that were told of a release go on to load it when another one has come. */
    private final Set<String> published = ConcurrentHashMap.newKeySet();

    private volatile Optional<StageOne> stageOne;

    @Activate
    public InstalledPerceusOs(@Reference EngineConfiguration configuration, @Reference ArtifactStore artifacts) {
        this(configuration.now().perceusOs(), artifacts);
    }

    InstalledPerceusOs(Path folder, ArtifactStore artifacts) {
        this.folder = folder;
        this.artifacts = artifacts;
        this.stageOne = load();
    }

    /** What nodes boot first; empty when there is none. */
    public Optional<StageOne> stageOne() {
        return stageOne;
    }

    /** Whether an artifact is a part of Perceus OS, of this release or of one before it since the start, and so for everybody. */
    public boolean hasPublished(String sha256) {
        return published.contains(sha256);
    }

    @Override
    public Optional<Release> release() {
        return stageOne.map(StageOne::release);
    }

    @Override
    public synchronized Optional<Release> reload() {
        stageOne = load();
        return release();
    }

    @Override
    public Optional<Path> find(String name) {
        return stageOne.filter(os -> os.hasBootProgram(name)).map(os -> os.file(name));
    }

    private Optional<StageOne> load() {
        Path file = folder.resolve("manifest");
        if (!Files.exists(file)) {
            LOG.warn("No node can boot: there is no Perceus OS in {}", folder);
            return Optional.empty();
        }
        try {
            Manifest manifest = Manifest.parse(Files.readAllLines(file));
            checkBootPrograms(manifest);
            Map<String, Artifact> tools = new TreeMap<>();
            for (String name : manifest.tools()) {
                tools.put(name, publish(manifest, Manifest.toolsFile(name)));
            }
            StageOne found = new StageOne(
                    new Release(manifest.version(), manifest.kernelVersion(), folder),
                    publish(manifest, Manifest.KERNEL),
                    publish(manifest, Manifest.INITRAMFS),
                    Map.copyOf(tools),
                    memoryTest(manifest),
                    manifest);
            LOG.info("Nodes boot Perceus OS {} of {}", manifest.version(), folder);
            return Optional.of(found);
        } catch (NoSuchFileException e) {
            LOG.warn("No node can boot: the Perceus OS in {} lacks {}", folder, e.getMessage());
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("No node can boot: the Perceus OS in {} cannot be used: {}", folder, e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<MemoryTest> memoryTest(Manifest manifest) throws IOException {
        if (!manifest.files().keySet().containsAll(List.of(Manifest.MEMORY_TEST_BIOS, Manifest.MEMORY_TEST_UEFI))) {
            return Optional.empty();
        }
        return Optional.of(new MemoryTest(
                publish(manifest, Manifest.MEMORY_TEST_BIOS), publish(manifest, Manifest.MEMORY_TEST_UEFI)));
    }

    private Artifact publish(Manifest manifest, String name) throws IOException {
        Artifact expected = manifest.files().get(name);
        if (artifacts.find(expected.sha256()).isEmpty()) {
            check(name, artifacts.publish(out -> Files.copy(folder.resolve(name), out)), expected);
        }
        published.add(expected.sha256());
        return expected;
    }

    private void checkBootPrograms(Manifest manifest) throws IOException {
        for (String name : manifest.files().keySet()) {
            if (Manifest.isBootProgram(name)) {
                byte[] content = Files.readAllBytes(folder.resolve(name));
                check(
                        name,
                        new Artifact(sha256(content), content.length),
                        manifest.files().get(name));
            }
        }
    }

    private static void check(String name, Artifact found, Artifact expected) throws IOException {
        if (!found.equals(expected)) {
            throw new IOException("its " + name + " is not the one that its manifest names: build it anew");
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
