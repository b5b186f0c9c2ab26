package org.perceus.provisioning.internal.image;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.perceus.vnfs.Artifact;

/**
 * Remembers across restarts which artifacts make up which image: one properties file an image, {@code role=SHA256 SIZE}.
 */
final class ImageFiles {
    private static final String SUFFIX = ".image";

    private final Path folder;

    ImageFiles(Path folder) {
        this.folder = folder;
    }

    Optional<Image> read(ImageKey key) throws IOException {
        return read(file(key));
    }

    void write(ImageKey key, Image image) throws IOException {
        Properties lines = new Properties();
        image.artifacts()
                .forEach((role, artifact) -> lines.setProperty(role, artifact.sha256() + " " + artifact.size()));
        Path file = file(key);
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "image", ".new");
        try (Writer out = Files.newBufferedWriter(fresh)) {
            lines.store(out, key.toString());
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The hashes that any image on file refers to. */
    Set<String> hashes() throws IOException {
        Set<String> hashes = new HashSet<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                    read(file).ifPresent(image -> image.artifacts().values().forEach(a -> hashes.add(a.sha256())));
                }
            }
        }
        return hashes;
    }

    private static Optional<Image> read(Path file) throws IOException {
        Properties lines = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            lines.load(in);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        Map<String, Artifact> artifacts = new HashMap<>();
        for (String role : lines.stringPropertyNames()) {
            String[] words = lines.getProperty(role).split(" ");
            if (words.length != 2 || !Artifact.isHash(words[0]) || !words[1].matches("\\d{1,18}")) {
                throw new IOException("line '" + role + "' of " + file + " is not 'role=SHA256 SIZE'");
            }
            artifacts.put(role, new Artifact(words[0], Long.parseLong(words[1])));
        }
        return Optional.of(new Image(artifacts));
    }

    private Path file(ImageKey key) {
        return folder.resolve(key.capsule().name())
                .resolve(key.capsule().version())
                .resolve(key.method() + "-" + key.methodVersion() + SUFFIX);
    }
}
