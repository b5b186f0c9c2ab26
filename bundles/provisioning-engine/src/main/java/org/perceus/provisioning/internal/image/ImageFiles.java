package org.perceus.provisioning.internal.image;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.perceus.provisioning.BuiltImage;
import org.perceus.vnfs.Artifact;
import org.perceus.vnfs.CapsuleId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers across restarts which artifacts make up which image: one properties file an image, {@code role=SHA256 SIZE}.
 */
final class ImageFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ImageFiles.class);
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

    /** What a method built, whatever its version; nothing when that cannot be read. */
    List<BuiltImage> built(String method) {
        Pattern name = Pattern.compile(Pattern.quote(method) + "-(\\d+\\..*)-[0-9a-f]{64}" + Pattern.quote(SUFFIX));
        List<BuiltImage> built = new ArrayList<>();
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.walk(folder, 3) : Stream.empty()) {
            for (Path file : files.sorted().toList()) {
                Matcher matcher = name.matcher(file.getFileName().toString());
                if (matcher.matches()) {
                    Path version = file.getParent();
                    CapsuleId capsule = new CapsuleId(
                            version.getParent().getFileName().toString(),
                            version.getFileName().toString());
                    built.add(new BuiltImage(capsule, matcher.group(1)));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The images in {} cannot be listed: {}", folder, e.getMessage());
        }
        return built;
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
