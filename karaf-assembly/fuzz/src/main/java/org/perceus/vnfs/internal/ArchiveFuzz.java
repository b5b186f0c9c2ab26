package org.perceus.vnfs.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.perceus.fuzz.Promise;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.Kind;
import org.perceus.vnfs.internal.root.Limits;
import org.perceus.vnfs.internal.root.Meter;
import org.perceus.vnfs.internal.root.RootTree;
import org.perceus.vnfs.internal.root.SourceRejected;
import org.perceus.vnfs.internal.source.RootSource;
import org.perceus.vnfs.internal.source.RootSources;

/** A file that is imported as a root, and the same root as it is stored. */
public final class ArchiveFuzz {
    private static final Limits LIMITS = new Limits(1 << 20, 500, 1 << 20);
    private static final int BLOCK = 512;
    private static final int MAGIC = 257;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final Path FOLDER = folder();
    private static final RootSources SOURCES = new RootSources(new WorkFolder(FOLDER), () -> LIMITS);

    private ArchiveFuzz() {}

    /** One file. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        Optional<byte[]> stored = stored(withChecksums(bytes));
        if (stored.isPresent()) {
            byte[] again =
                    stored(stored.get()).orElseThrow(() -> new AssertionError("not kept: what is stored is read"));
            Promise.kept(Arrays.equals(stored.get(), again), "what is stored is stored likewise again");
        }
    }

    private static Optional<byte[]> stored(byte[] bytes) throws IOException {
        Path file = FOLDER.resolve("source");
        Files.write(file, bytes);
        try (RootSource source = SOURCES.open(file, Progress.none())) {
            sane(source.tree());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            CanonicalArchive.write(source, out, new Meter(Progress.none(), "", 0));
            return Optional.of(out.toByteArray());
        } catch (SourceRejected e) {
            Promise.sentence(e.getMessage());
            return Optional.empty();
        }
    }

    private static void sane(RootTree tree) {
        Promise.kept(tree.entries().size() <= LIMITS.entries() + 1, "entries are bounded");
        Promise.kept(tree.size() <= LIMITS.bytes(), "contents are bounded");
        tree.entries().forEach((path, inode) -> {
            Promise.kept(
                    Arrays.stream(path.split("/")).noneMatch(part -> part.equals("..") || part.equals(".")),
                    "no path climbs");
            Promise.kept(!path.startsWith("/") && path.indexOf('\0') < 0, "paths are below the root");
            String parent = path.substring(0, Math.max(0, path.lastIndexOf('/')));
            Promise.kept(
                    tree.at(parent).map(Inode::kind).filter(Kind.FOLDER::equals).isPresent(),
                    "what has something below it is a folder");
        });
    }

    /** No input comes far whose changes make a checksum wrong. */
    private static byte[] withChecksums(byte[] bytes) {
        byte[] fixed = bytes.clone();
        for (int block = 0; block + BLOCK <= fixed.length; block += BLOCK) {
            if (fixed[block + MAGIC] == 'u' && fixed[block + MAGIC + 1] == 's') {
                Arrays.fill(fixed, block + CHECKSUM, block + CHECKSUM + CHECKSUM_LENGTH, (byte) ' ');
                int sum = 0;
                for (int i = 0; i < BLOCK; i++) {
                    sum += fixed[block + i] & 0xff;
                }
                byte[] digits = String.format("%06o\0", sum).getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(digits, 0, fixed, block + CHECKSUM, digits.length);
            }
        }
        return fixed;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("archive-fuzz");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
