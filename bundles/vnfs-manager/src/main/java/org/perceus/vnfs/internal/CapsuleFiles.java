package org.perceus.vnfs.internal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.perceus.vnfs.Artifact;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of each capsule, as {@code capsules/NAME/VERSION/capsule.json}. A capsule is there when its file is. */
final class CapsuleFiles {
    private static final Logger LOG = LoggerFactory.getLogger(CapsuleFiles.class);
    private static final String FILE = "capsule.json";
    private static final int FORMAT = 1;

    /** The file's content; names and units are a promise to later versions. */
    private record Stored(
            int format,
            String name,
            String version,
            String kernelPath,
            String kernelRelease,
            long rootSize,
            long files,
            String rootSha256,
            long rootArchiveSize,
            String imported) {}

    private final Path folder;
    private final WorkFolder work;
    private final Gson gson =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    CapsuleFiles(Path directory) {
        this.folder = directory.resolve("capsules");
        this.work = new WorkFolder(directory);
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
                    } catch (IOException | JsonParseException | IllegalArgumentException | DateTimeException e) {
                        LOG.warn("Capsule file {} is damaged and its capsule not there: {}", file, e.toString());
                    }
                }
            }
        }
        return capsules;
    }

    /** Makes a capsule be there. */
    void save(Capsule capsule) throws IOException {
        Stored stored = new Stored(
                FORMAT,
                capsule.id().name(),
                capsule.id().version(),
                capsule.kernelPath(),
                capsule.kernelRelease(),
                capsule.rootSize(),
                capsule.files(),
                capsule.root().sha256(),
                capsule.root().size(),
                capsule.imported().toString());
        Path finished = work.newFile("capsule");
        try {
            Files.writeString(finished, gson.toJson(stored) + "\n", StandardOpenOption.SYNC);
            DurableFiles.publish(finished, file(capsule.id()));
        } finally {
            Files.deleteIfExists(finished);
        }
    }

    /** Makes a capsule be there no longer. */
    void delete(CapsuleId id) throws IOException {
        Path version = file(id).getParent();
        Files.deleteIfExists(file(id));
        DurableFiles.sync(version);
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
        Stored stored = gson.fromJson(Files.readString(file), Stored.class);
        if (stored == null || stored.format() != FORMAT) {
            throw new IllegalArgumentException("it is not of format " + FORMAT);
        }
        require(stored.name(), stored.version(), stored.kernelPath(), stored.kernelRelease(), stored.rootSha256());
        CapsuleId id = new CapsuleId(stored.name(), stored.version());
        if (!file.equals(file(id))) {
            throw new IllegalArgumentException("it speaks of " + id);
        }
        return new Capsule(
                id,
                stored.kernelPath(),
                stored.kernelRelease(),
                stored.rootSize(),
                stored.files(),
                new Artifact(stored.rootSha256(), stored.rootArchiveSize()),
                Instant.parse(String.valueOf(stored.imported())));
    }

    private Path file(CapsuleId id) {
        return folder.resolve(id.name()).resolve(id.version()).resolve(FILE);
    }

    private static void require(String... texts) {
        for (String text : texts) {
            if (text == null) {
                throw new IllegalArgumentException("something is missing in it");
            }
        }
    }

    private static List<Path> subfolders(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, Files::isDirectory)) {
            all.forEach(found::add);
        }
        return found;
    }
}
