package org.perceus.vnfs.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.rules.TemporaryFolder;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.ImportResult;
import org.perceus.vnfs.ImportResult.Imported;
import org.perceus.vnfs.ImportResult.Rejected;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.internal.root.Limits;

/** A store, a library and a packer in a folder of a test's own, as they are after a start. */
public final class Site {
    public static final CapsuleId DEBIAN = new CapsuleId("debian", "1");

    public final Path directory;
    public final FileArtifactStore store;
    public final FileCapsuleLibrary library;
    public final ArchiveRootPacker packer;
    private final TemporaryFolder temporary;

    public Site(TemporaryFolder temporary) {
        this(temporary, Limits.of(1L << 40, 1000), Clock.systemUTC());
    }

    public Site(TemporaryFolder temporary, Limits limits, Clock clock) {
        this.temporary = temporary;
        this.directory = temporary.getRoot().toPath().resolve("site");
        Compression fast = new Compression(1, 1);
        VnfsSettings settings = new VnfsSettings(directory, fast, fast, limits, Duration.ofHours(1));
        this.store = new FileArtifactStore(directory, clock);
        this.library = new FileCapsuleLibrary(store, () -> settings, clock);
        this.packer = new ArchiveRootPacker(store, new WorkFolder(directory), () -> fast);
    }

    public ImportResult importFrom(CapsuleId id, Path source) {
        return library.importRoot(id, source, Progress.none());
    }

    public Capsule imported(CapsuleId id, Path source) {
        ImportResult result = importFrom(id, source);
        assertTrue(result.toString(), result instanceof Imported);
        return ((Imported) result).capsule();
    }

    public Capsule imported(byte[] tar) throws IOException {
        return imported(DEBIAN, file(tar));
    }

    /** Imports what must not be taken, checks that nothing is left of it, and gives the reason. */
    public String rejected(Path source) throws IOException {
        List<String> before = files();
        ImportResult result = importFrom(DEBIAN, source);
        assertTrue(result.toString(), result instanceof Rejected);
        assertEquals(before, files());
        assertTrue(library.find(DEBIAN).isEmpty());
        String reason = ((Rejected) result).reason();
        assertTrue("one line: " + reason, reason.lines().count() == 1);
        return reason;
    }

    public String rejected(byte[] tar) throws IOException {
        return rejected(file(tar));
    }

    public Path file(byte[] content) throws IOException {
        return Files.write(temporary.newFile().toPath(), content);
    }

    /** All files of the site. */
    public List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** The lines of {@code tar -tv} for a capsule's root. */
    public List<String> listing(Capsule capsule) throws IOException {
        Path archive = store.find(capsule.root().sha256()).orElseThrow();
        return Shell.lines(directory, "zstd -dc " + archive + " | TZ=UTC tar --numeric-owner -tvf -");
    }
}
