package org.perceus.provisioning.internal.image;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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

    /** Not a role, which has no dot: how many artifacts there are, to tell a file that was cut off. */
    private static final String COUNT = ".artifacts";

    /** Name of the unpacked root, if there is one. */
    private static final String TREE = ".tree";

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
        image.tree().ifPresent(tree -> lines.setProperty(TREE, tree));
        lines.setProperty(COUNT, String.valueOf(image.artifacts().size()));
        StringWriter text = new StringWriter();
        lines.store(text, key.toString());
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "image", ".new");
        try {
            save(fresh, text.toString());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
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

    private static void save(Path file, String text) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    private static Optional<Image> read(Path file) throws IOException {
        Properties lines = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            lines.load(in);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is damaged: " + e.getMessage(), e);
        }
        Object count = lines.remove(COUNT);
        Optional<String> tree = Optional.ofNullable((String) lines.remove(TREE));
        if (!String.valueOf(lines.size()).equals(count)) {
            throw new IOException(file + " is damaged: it does not have as many artifacts as it says");
        }
        Map<String, Artifact> artifacts = new HashMap<>();
        for (String role : lines.stringPropertyNames()) {
            String[] words = lines.getProperty(role).split(" ");
            if (words.length != 2 || !Artifact.isHash(words[0]) || !words[1].matches("\\d{1,18}")) {
                throw new IOException("line '" + role + "' of " + file + " is not 'role=SHA256 SIZE'");
            }
            artifacts.put(role, new Artifact(words[0], Long.parseLong(words[1])));
        }
        return Optional.of(new Image(artifacts, tree));
    }

    private Path file(ImageKey key) {
        return folder.resolve(key.capsule().name())
                .resolve(key.capsule().version())
                .resolve(key.method() + "-" + key.methodVersion() + "-" + key.root() + SUFFIX);
    }
}
