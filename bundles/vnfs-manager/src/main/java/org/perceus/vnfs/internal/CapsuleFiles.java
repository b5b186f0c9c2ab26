package org.perceus.vnfs.internal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.file.DurableFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of each capsule, as {@code capsules/NAME/VERSION/capsule.json}. A capsule is there when its file is. */
final class CapsuleFiles {
    private static final Logger LOG = LoggerFactory.getLogger(CapsuleFiles.class);
    private static final String FILE = "capsule.json";

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final Path folder;

    CapsuleFiles(Path directory) {
        this.folder = directory.resolve("capsules");
    }

    /** All that can be read; what is damaged is warned of and left alone. */
    List<Capsule> load() throws IOException {
        Files.createDirectories(folder);
        List<Capsule> capsules = new ArrayList<>();
        for (Path name : subfolders(folder)) {
            for (Path version : subfolders(name)) {
                Path file = version.resolve(FILE);
                if (Files.exists(file)) {
                    try {
                        capsules.add(read(file));
                    } catch (IOException | IllegalArgumentException e) {
                        LOG.warn("Capsule file {} is damaged and its capsule not there: {}", file, e.toString());
                    }
                }
            }
        }
        return capsules;
    }

    /** Makes a capsule be there. */
    void save(Capsule capsule) throws IOException {
        DurableFiles.write(file(capsule.id()), format(capsule).getBytes(StandardCharsets.UTF_8), DurableFiles.PUBLIC);
    }

    /** Makes a capsule be there no longer. */
    void delete(CapsuleId id) throws IOException {
        Path version = file(id).getParent();
        DurableFiles.delete(file(id));
        deleteIfEmpty(version);
        deleteIfEmpty(version.getParent());
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            LOG.debug("{} is kept for what else is in it", folder);
        }
    }

    private Capsule read(Path file) throws IOException {
        Capsule capsule = parse(Files.readString(file));
        if (!file.equals(file(capsule.id()))) {
            throw new IllegalArgumentException("it speaks of " + capsule.id());
        }
        return capsule;
    }

    /** @throws IllegalArgumentException when it is damaged */
    static Capsule parse(String json) {
        try {
            StoredCapsule stored = GSON.fromJson(json, StoredCapsule.class);
            if (stored == null) {
                throw new IllegalArgumentException("it is empty");
            }
            return stored.capsule();
        } catch (RuntimeException e) {
            // what a constructor makes of parts that are missing comes through Gson as it is
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    static String format(Capsule capsule) {
        return GSON.toJson(StoredCapsule.of(capsule)) + "\n";
    }

    private Path file(CapsuleId id) {
        return folder.resolve(id.name()).resolve(id.version()).resolve(FILE);
    }

    private static List<Path> subfolders(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, Files::isDirectory)) {
            all.forEach(found::add);
        }
        return found;
    }
}
