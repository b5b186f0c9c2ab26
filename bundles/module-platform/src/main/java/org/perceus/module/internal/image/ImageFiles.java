package org.perceus.module.internal.image;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.perceus.module.BuiltImage;
import org.perceus.module.DurableWriter;
import org.perceus.module.Image;
import org.perceus.module.ImageArtifact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers across restarts which artifacts make up which image: one properties file an image, {@code role=SHA256 SIZE}.
 */
final class ImageFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ImageFiles.class);
    /** Not a role, which has no dot: how many artifacts there are, to tell a file that was cut off. */
    private static final String COUNT = ".artifacts";

    /** Name of the unpacked root, if there is one. */
    private static final String TREE = ".tree";

    private static final String HASH = "[0-9a-f]{64}";

    /** Below the folder: a capsule's name, its version, and the file. */
    private static final int DEPTH = 3;

    private final Path folder;
    private final DurableWriter writer;

    ImageFiles(Path folder, DurableWriter writer) {
        this.folder = folder;
        this.writer = writer;
    }

    Optional<Image> read(ImageKey key) throws IOException {
        return read(file(key).path());
    }

    void write(ImageKey key, Image image) throws IOException {
        Properties lines = new Properties();
        image.artifacts()
                .forEach((role, artifact) -> lines.setProperty(role, artifact.sha256() + " " + artifact.size()));
        image.tree().ifPresent(tree -> lines.setProperty(TREE, tree));
        lines.setProperty(COUNT, String.valueOf(image.artifacts().size()));
        StringWriter text = new StringWriter();
        lines.store(text, key.toString());
        writer.write(file(key).path(), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** All images on file. */
    List<Image> images() throws IOException {
        List<Image> images = new ArrayList<>();
        for (ImageFile file : files()) {
            read(file.path()).ifPresent(images::add);
        }
        return images;
    }

    /** The file of an image, whether it is there or not. */
    ImageFile file(ImageKey key) {
        return ImageFile.of(folder, key);
    }

    /** The files of all images. */
    List<ImageFile> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.sorted()
                    .filter(file -> folder.relativize(file).getNameCount() == DEPTH)
                    .flatMap(file -> ImageFile.of(file).stream())
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What a method built, whatever its version; nothing when that cannot be read. */
    List<BuiltImage> built(String method) {
        try {
            return files().stream()
                    .flatMap(file ->
                            file.versionOf(method).map(version -> new BuiltImage(file.capsule(), version)).stream())
                    .distinct()
                    .toList();
        } catch (IOException e) {
            LOG.warn("The images in {} cannot be listed: {}", folder, e.getMessage());
            return List.of();
        }
    }

    void delete(ImageFile file) throws IOException {
        writer.delete(file.path());
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
        Map<String, ImageArtifact> artifacts = new HashMap<>();
        for (String role : lines.stringPropertyNames()) {
            String[] words = lines.getProperty(role).split(" ");
            if (words.length != 2 || !words[0].matches(HASH) || !words[1].matches("\\d{1,18}")) {
                throw new IOException("line '" + role + "' of " + file + " is not 'role=SHA256 SIZE'");
            }
            artifacts.put(role, new ImageArtifact(words[0], Long.parseLong(words[1])));
        }
        return Optional.of(new Image(artifacts, tree));
    }
}
