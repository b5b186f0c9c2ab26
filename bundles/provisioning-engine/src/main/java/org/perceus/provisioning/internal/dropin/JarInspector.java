package org.perceus.provisioning.internal.dropin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.perceus.provisioning.internal.OneLine;

/** Decides whether a file is a module that this container can run. Immutable. */
final class JarInspector {
    private static final long LARGEST = 64 << 20;

    private final ModuleManifest rules;

    /** @param spi version of the SPI that this container offers */
    JarInspector(Version spi) {
        this.rules = new ModuleManifest(spi);
    }

    Inspection inspect(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            if (Files.size(file) > LARGEST) {
                return new Inspection.Refused(List.of(), "is larger than " + (LARGEST >> 20) + " MiB");
            }
            Manifest manifest = Objects.requireNonNullElseGet(jar.getManifest(), Manifest::new);
            List<String> names = rules.names(manifest.getMainAttributes());
            String refusal = rules.refusal(manifest.getMainAttributes());
            if (refusal.isEmpty()) {
                refusal = content(jar);
            }
            if (!refusal.isEmpty()) {
                return new Inspection.Refused(names, refusal);
            }
            return new Inspection.Accepted(new ModuleJar(
                    file.getFileName().toString(),
                    hash(file),
                    rules.bundle(manifest.getMainAttributes()),
                    Version.parseVersion(manifest.getMainAttributes().getValue(Constants.BUNDLE_VERSION)),
                    names));
        } catch (IOException | IllegalArgumentException | SecurityException e) {
            return new Inspection.Refused(List.of(), "is not a whole jar file: " + OneLine.of(e, true));
        }
    }

    /** Reads all of it: what is cut off or damaged is found before anything of it runs. */
    private static String content(JarFile jar) throws IOException {
        for (JarEntry entry : jar.stream().toList()) {
            if (entry.getName().startsWith(ModuleManifest.SPI.replace('.', '/') + "/") && !entry.isDirectory()) {
                return "contains a copy of " + ModuleManifest.SPI + ": build it with the SPI as provided";
            }
            try (CheckedInputStream in = new CheckedInputStream(jar.getInputStream(entry), new CRC32())) {
                in.transferTo(OutputStream.nullOutputStream());
                if (entry.getCrc() >= 0 && entry.getCrc() != in.getChecksum().getValue()) {
                    throw new IOException(entry.getName() + " is damaged");
                }
            }
        }
        return "";
    }

    private static String hash(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
