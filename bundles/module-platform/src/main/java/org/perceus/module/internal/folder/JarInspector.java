package org.perceus.module.internal.folder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.io.IOUtils;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;
import org.perceus.module.OneLine;
import org.perceus.provisioning.spi.PerceusModule;

/** Decides whether a file is a module that this container can run. Immutable. */
public final class JarInspector {
    private static final long LARGEST = 64 << 20;
    private static final long LARGEST_CONTENT = 512 << 20;
    private static final long LARGEST_MANIFEST = 1 << 20;
    private static final String SPI_FOLDER = ModuleManifest.SPI.replace('.', '/') + "/";

    private final ModuleManifest rules;

    /** @param spi version of the SPI that this container offers */
    public JarInspector(Version spi) {
        this.rules = new ModuleManifest(spi);
    }

    /** One for the SPI that this container offers. */
    public static JarInspector ofInstalledSpi() {
        return new JarInspector(spiVersion());
    }

    public Inspection inspect(Path file) {
        String refusal = soundness(file);
        return refusal.isEmpty() ? module(file) : new Inspection.Refused(List.of(), refusal);
    }

    /** Why nothing of it is to run, whatever it holds; reads all of it, so what is cut off or damaged is found before. */
    private static String soundness(Path file) {
        // The name becomes part of paths again, which the container's locale may not be able to write.
        if (!file.getFileName().toString().matches("[ -~]+")) {
            return "has a name with other than ASCII characters: rename it";
        }
        if (!Files.isRegularFile(file)) {
            return "is not a file";
        }
        try {
            if (Files.size(file) > LARGEST) {
                return "is larger than " + (LARGEST >> 20) + " MiB";
            }
            try (ZipFile jar = new ZipFile(file.toFile())) {
                return soundness(jar);
            }
        } catch (IOException | IllegalArgumentException e) {
            return damaged(e);
        }
    }

    private static String soundness(ZipFile jar) throws IOException {
        long left = LARGEST_CONTENT;
        for (ZipEntry entry : (Iterable<ZipEntry>) jar.stream().map(ZipEntry.class::cast)::iterator) {
            boolean isManifest = entry.getName().equalsIgnoreCase(JarFile.MANIFEST_NAME);
            long size = read(jar, entry, isManifest ? LARGEST_MANIFEST : left);
            if (isManifest && size > LARGEST_MANIFEST) {
                return "has a manifest of more than " + (LARGEST_MANIFEST >> 20) + " MiB";
            }
            left -= size;
            if (left < 0) {
                return "unpacks to more than " + (LARGEST_CONTENT >> 20) + " MiB";
            }
        }
        return "";
    }

    /** The size of an entry, or more than the limit when it is larger. */
    private static long read(ZipFile jar, ZipEntry entry, long limit) throws IOException {
        try (CheckedInputStream in = new CheckedInputStream(jar.getInputStream(entry), new CRC32())) {
            long size = IOUtils.copyLarge(in, OutputStream.nullOutputStream(), 0, limit + 1);
            if (size <= limit
                    && entry.getCrc() >= 0
                    && entry.getCrc() != in.getChecksum().getValue()) {
                throw new IOException(entry.getName() + " is damaged");
            }
            return size;
        }
    }

    private Inspection module(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = Objects.requireNonNullElseGet(jar.getManifest(), Manifest::new);
            List<String> names = rules.names(manifest.getMainAttributes());
            String refusal = rules.refusal(manifest.getMainAttributes());
            if (refusal.isEmpty()) {
                refusal = packages(jar);
            }
            if (!refusal.isEmpty()) {
                return new Inspection.Refused(names, refusal);
            }
            return new Inspection.Accepted(new ModuleJar(
                    file.getFileName().toString(),
                    ModuleJar.hash(Files.readAllBytes(file)),
                    rules.bundle(manifest.getMainAttributes()),
                    Version.parseVersion(manifest.getMainAttributes().getValue(Constants.BUNDLE_VERSION)),
                    names));
        } catch (IOException | IllegalArgumentException | SecurityException e) {
            return new Inspection.Refused(List.of(), damaged(e));
        }
    }

    private static String damaged(Exception e) {
        return "is not a whole jar file: " + OneLine.of(e, true);
    }

    private static String packages(JarFile jar) {
        return jar.stream()
                        .anyMatch(
                                entry -> !entry.isDirectory() && entry.getName().startsWith(SPI_FOLDER))
                ? "contains a copy of " + ModuleManifest.SPI + ": build it with the SPI as provided"
                : "";
    }

    private static Version spiVersion() {
        return FrameworkUtil.getBundle(PerceusModule.class)
                .adapt(BundleWiring.class)
                .getCapabilities(PackageNamespace.PACKAGE_NAMESPACE)
                .stream()
                .filter(exported ->
                        ModuleManifest.SPI.equals(exported.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)))
                .map(exported -> (Version) exported.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE))
                .findFirst()
                .orElse(Version.emptyVersion);
    }
}
