package org.perceus.vnfs.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.RootPacker;
import org.perceus.vnfs.TreeStore;
import org.perceus.vnfs.file.DurableFiles;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Meter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Unpacks roots by the system's tar, which knows owners, device nodes and extended attributes. Each tree is in a folder
 * named by the hash of its root's archive.
 */
@Component(service = {TreeStore.class, UnpackedTrees.class})
public final class UnpackedTrees implements TreeStore {
    private static final Logger LOG = LoggerFactory.getLogger(UnpackedTrees.class);
    private static final String UNFINISHED = ".unfinished-";
    private static final String REMOVED = ".removed-";
    private static final int BUFFER = 1 << 17;
    private static final List<String> TAR = List.of(
            "tar",
            "--extract",
            "--preserve-permissions",
            "--same-owner",
            "--numeric-owner",
            "--xattrs",
            "--xattrs-include=*",
            // the archive goes by the bytes of names, so something else may lie between a folder and what is in it
            "--delay-directory-restore",
            "--file=-",
            "--directory");

    private final Path folder;
    private final RootPacker packer;

    @Activate
    public UnpackedTrees(@Reference RootPacker packer, @Reference VnfsConfiguration configuration) {
        this(configuration.now().directory().resolve("trees"), packer);
    }

    UnpackedTrees(Path folder, RootPacker packer) {
        this.folder = folder;
        this.packer = packer;
        try {
            Files.createDirectories(folder);
            // its trees have the set-user-id programs of every capsule
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            clear();
        } catch (IOException e) {
            throw new UncheckedIOException("trees cannot be kept in " + folder + ": " + e, e);
        }
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Optional<String> find(Capsule capsule) {
        return Optional.of(capsule.root().sha256()).filter(name -> Files.isDirectory(folder.resolve(name)));
    }

    @Override
    public synchronized String unpack(Capsule capsule, Progress progress) throws IOException {
        Optional<String> there = find(capsule);
        if (there.isPresent()) {
            return there.get();
        }
        String name = capsule.root().sha256();
        Path unfinished = Files.createTempDirectory(folder, UNFINISHED);
        try {
            extract(capsule, unfinished, new Meter(progress, "unpacking " + capsule.id(), capsule.rootSize()));
            run(List.of("sync", "--file-system", unfinished.toString()), InputStream.nullInputStream());
            DurableFiles.move(unfinished, folder.resolve(name));
        } finally {
            if (Files.exists(unfinished)) {
                PathUtils.deleteDirectory(unfinished);
            }
        }
        LOG.info("Unpacked the root of {} into {}", capsule.id(), folder.resolve(name));
        return name;
    }

    private void extract(Capsule capsule, Path into, Meter meter) throws IOException {
        try (InputStream tar = packer.tar(capsule)) {
            run(append(TAR, into.toString()), new MeteredInput(tar, meter));
        }
        meter.end();
    }

    private static List<String> append(List<String> words, String word) {
        return Stream.concat(words.stream(), Stream.of(word)).toList();
    }

    private static void run(List<String> command, InputStream input) throws IOException {
        Path errors = Files.createTempFile("perceus", ".err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile())
                .start();
        try {
            try (OutputStream out = process.getOutputStream()) {
                byte[] buffer = new byte[BUFFER];
                for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                    out.write(buffer, 0, count);
                }
            } catch (IOException e) {
                if (process.isAlive()) {
                    throw e;
                }
                LOG.debug("{} stopped reading: {}", command.get(0), e.toString());
            }
            if (process.waitFor() != 0) {
                throw new IOException(command.get(0) + " failed: " + lastMessage(errors));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("cancelled");
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(errors);
        }
    }

    /** The last message of tar, but for that which says only that there were some. */
    private static String lastMessage(Path errors) throws IOException {
        return ByteNames.text(Files.readString(errors, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.contains("Exiting with failure status"))
                .reduce((earlier, later) -> later)
                .orElse(""));
    }

    /**
     * Removes trees.
     *
     * @param inUse names to spare
     * @return the names of those that were removed
     */
    synchronized List<String> sweep(Set<String> inUse) throws IOException {
        List<String> removed = new ArrayList<>();
        for (Path tree : trees(name -> !isPart(name) && !inUse.contains(name))) {
            String name = tree.getFileName().toString();
            // what is half deleted must not count as a tree, whenever the power fails
            DurableFiles.move(tree, folder.resolve(REMOVED + name));
            removed.add(name);
        }
        clear();
        return removed;
    }

    /** Deletes what was not unpacked, or removed, to its end. */
    private void clear() throws IOException {
        for (Path part : trees(UnpackedTrees::isPart)) {
            PathUtils.delete(part);
        }
    }

    private static boolean isPart(String name) {
        return name.startsWith(UNFINISHED) || name.startsWith(REMOVED);
    }

    private List<Path> trees(Predicate<String> which) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(tree -> which.test(tree.getFileName().toString())).toList();
        }
    }
}
