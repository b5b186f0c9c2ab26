package org.perceus.provisioning.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A bundle on the test path: a jar, or a folder of classes with the manifest that bnd wrote into it. */
final class BundleFile {
    private final Path place;

    private BundleFile(Path place) {
        this.place = place;
    }

    /** A jar. */
    static BundleFile at(Path jar) {
        return new BundleFile(jar);
    }

    /** Where a class comes from. */
    static BundleFile of(Class<?> type) {
        try {
            return new BundleFile(Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@code Bundle.installBundle} knows it by. */
    String location() {
        return place.toUri().toString();
    }

    /** The bytes of a jar. */
    InputStream open() throws IOException {
        return Files.isDirectory(place) ? new ByteArrayInputStream(packed()) : Files.newInputStream(place);
    }

    /** A header of the manifest. */
    String header(String name) throws IOException {
        String value = manifest().getMainAttributes().getValue(name);
        if (value == null) {
            throw new AssertionError(place + " has no header " + name + " in its manifest");
        }
        return value;
    }

    /** Paths of the files in it. */
    List<String> files() throws IOException {
        if (!Files.isDirectory(place)) {
            try (JarFile jar = new JarFile(place.toFile())) {
                return jar.stream()
                        .filter(entry -> !entry.isDirectory())
                        .map(ZipEntry::getName)
                        .toList();
            }
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> place.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private Manifest manifest() throws IOException {
        if (!Files.isDirectory(place)) {
            try (JarFile jar = new JarFile(place.toFile())) {
                return jar.getManifest();
            }
        }
        Path file = place.resolve(JarFile.MANIFEST_NAME);
        if (!Files.exists(file)) {
            throw new AssertionError(
                    place + " has no manifest: the bnd-maven-plugin writes it, so run the test by Maven");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new Manifest(in);
        }
    }

    private byte[] packed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest())) {
            for (String file : files()) {
                if (!file.equals(JarFile.MANIFEST_NAME)) {
                    jar.putNextEntry(new ZipEntry(file));
                    Files.copy(place.resolve(file), jar);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return bytes.toByteArray();
    }
}
