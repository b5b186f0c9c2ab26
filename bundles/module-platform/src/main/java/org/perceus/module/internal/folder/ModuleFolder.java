package org.perceus.module.internal.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perceus.module.DurableWriter;
import org.perceus.module.OneLine;

/**
 * The folder that administrators put modules into: {@code *.jar}, and {@code NAME.disabled} for each module that nodes
 * shall not get. Not thread-safe.
 */
public final class ModuleFolder {
    private static final String JAR = ".jar";
    private static final String DISABLED = ".disabled";
    private static final int LONGEST_REASON = 300;
    private static final int LARGEST_REASON = 4096;

    /** Who writes a file seldom pauses for longer; a pause that is longer leaves a file that is not whole. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private record Fingerprint(Object file, long size, FileTime modified, FileTime changed) {}

    private record Known(Fingerprint fingerprint, Inspection inspection) {}

    private final Path folder;
    private final JarInspector inspector;
    private final DurableWriter writer;
    private final Clock clock;
    private final Map<String, Known> known = new HashMap<>();

    public ModuleFolder(Path folder, JarInspector inspector, DurableWriter writer, Clock clock) {
        this.folder = folder;
        this.inspector = inspector;
        this.writer = writer;
        this.clock = clock;
    }

    /** Looks at the folder, which is made when it is missing; reads only jars that are new or changed. */
    public FolderView look() throws IOException {
        Files.createDirectories(folder);
        Map<String, Optional<Inspection>> jars = new HashMap<>();
        Map<String, String> disabled = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(DISABLED)) {
                    disabled.put(name.substring(0, name.length() - DISABLED.length()), text(file));
                } else if (name.endsWith(JAR) && !name.startsWith(".")) {
                    inspection(file).ifPresent(inspection -> jars.put(name, inspection));
                }
            }
        }
        known.keySet().retainAll(jars.keySet());
        return new FolderView(jars, disabled);
    }

    /** Whether there is a file of this name. */
    public boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    public byte[] content(ModuleJar jar) throws IOException {
        return jar.content(folder.resolve(jar.file()));
    }

    /** Puts a jar there as a whole, in place of another of its name. */
    public void put(Path source, ModuleJar jar) throws IOException, Refusal {
        byte[] content = Files.readAllBytes(source);
        // It may have been minutes ago that the source was looked at.
        if (!ModuleJar.hash(content).equals(jar.sha256())) {
            throw new Refusal(source + " was changed meanwhile: try again");
        }
        Path file = folder.resolve(jar.file());
        writer.write(file, content);
        known.put(jar.file(), new Known(fingerprint(file), new Inspection.Accepted(jar)));
    }

    public void delete(String file) throws IOException {
        writer.delete(folder.resolve(file));
    }

    public void disable(String name, String reason) throws IOException {
        String text = reason.isEmpty() ? "" : reason + "\n";
        writer.write(folder.resolve(name + DISABLED), text.getBytes(StandardCharsets.UTF_8));
    }

    public void enable(String name) throws IOException {
        writer.delete(folder.resolve(name + DISABLED));
    }

    /** Nothing when the file is gone meanwhile, an empty Optional while it is being written. */
    private Optional<Optional<Inspection>> inspection(Path file) {
        try {
            String name = file.getFileName().toString();
            Fingerprint fingerprint = fingerprint(file);
            Known before = known.get(name);
            if (before != null && before.fingerprint().equals(fingerprint)) {
                return Optional.of(Optional.of(before.inspection()));
            }
            if (!isSettled(fingerprint)) {
                return Optional.of(Optional.empty());
            }
            Inspection inspection = inspector.inspect(file);
            if (!fingerprint.equals(fingerprint(file))) {
                return Optional.of(Optional.empty());
            }
            known.put(name, new Known(fingerprint, inspection));
            return Optional.of(Optional.of(inspection));
        } catch (NoSuchFileException e) {
            return Files.isSymbolicLink(file) ? refused("is a link to a file that is not there") : Optional.empty();
        } catch (IOException e) {
            return refused("cannot be read: " + OneLine.of(e, true));
        }
    }

    /** Not for long: what is wrong with it may be mended without a change of the file. */
    private static Optional<Optional<Inspection>> refused(String reason) {
        return Optional.of(Optional.of(new Inspection.Refused(List.of(), reason)));
    }

    private boolean isSettled(Fingerprint fingerprint) {
        FileTime latest = fingerprint.modified().compareTo(fingerprint.changed()) > 0
                ? fingerprint.modified()
                : fingerprint.changed();
        Duration age = Duration.between(latest.toInstant(), clock.instant());
        // A time in the future says nothing: the clock was set, or another machine wrote it.
        return age.abs().compareTo(SETTLED) >= 0;
    }

    private static Fingerprint fingerprint(Path file) throws IOException {
        Map<String, Object> status = Files.readAttributes(file, "unix:fileKey,size,lastModifiedTime,ctime");
        return new Fingerprint(
                status.get("fileKey"), (Long) status.get("size"), (FileTime) status.get("lastModifiedTime"), (FileTime)
                        status.get("ctime"));
    }

    private static String text(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            return OneLine.of(new String(in.readNBytes(LARGEST_REASON), StandardCharsets.UTF_8), LONGEST_REASON);
        } catch (IOException e) {
            return "";
        }
    }
}
