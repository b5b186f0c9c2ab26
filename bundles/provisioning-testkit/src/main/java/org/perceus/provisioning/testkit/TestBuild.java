package org.perceus.provisioning.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.perceus.provisioning.spi.Artifact;
import org.perceus.provisioning.spi.CapsuleBuild;
import org.perceus.provisioning.spi.CapsuleView;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.SelinuxMode;

/**
 * A build of a small capsule that writes down what is published. Its root holds the files that the test gave it; the
 * artifacts that the real engine would pack are stood for by their names. For one thread.
 */
public final class TestBuild implements CapsuleBuild {
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, Artifact> artifacts = new LinkedHashMap<>();
    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    private final List<String> published = new ArrayList<>();
    private final Path work;
    private Optional<String> tree = Optional.empty();
    private Optional<byte[]> root = Optional.empty();
    private SelinuxMode selinux = SelinuxMode.DISABLED;

    /** @param work an empty folder */
    public TestBuild(Path work) {
        this.work = work;
        with("/etc/os-release", "ID=debian\nVERSION_ID=\"12\"\n");
        with("/sbin/init", "#!/bin/sh\n");
    }

    /** Gives the root a file. */
    public TestBuild with(String path, String content) {
        files.put(path, content);
        return this;
    }

    /** Has its capsule configured for SELinux. */
    public TestBuild with(SelinuxMode otherSelinux) {
        selinux = otherSelinux;
        return this;
    }

    /** Has {@link #openRoot()} and {@link #openRoot(Predicate)} give these bytes, such as an archive with what {@link #with} cannot make, or a broken one. */
    public TestBuild withRoot(byte[] tar) {
        root = Optional.of(tar.clone());
        return this;
    }

    /** What was published, in its order, as in {@code kernel as kernel}. */
    public List<String> published() {
        return List.copyOf(published);
    }

    /** The artifacts by their roles. */
    public Map<String, Artifact> artifacts() {
        return Map.copyOf(artifacts);
    }

    /** Name of the unpacked tree, if the module asked for it. */
    public Optional<String> tree() {
        return tree;
    }

    /** The bytes of a file that the module made and published. */
    public byte[] file(String role) {
        return Optional.ofNullable(contents.get(role))
                .orElseThrow(() -> new AssertionError("no file was published as '" + role + "': " + published))
                .clone();
    }

    @Override
    public CapsuleView capsule() {
        return new TestNode().with(selinux);
    }

    @Override
    public void publishKernel(String role) throws ProvisioningException {
        publish("kernel", role);
    }

    @Override
    public void publishInitramfs(String role) throws ProvisioningException {
        publish("initramfs", role);
    }

    @Override
    public void publishInitramfs(String role, Predicate<String> paths) throws ProvisioningException {
        publish("part of the initramfs", role);
    }

    @Override
    public void publishDrivers(String role) throws ProvisioningException {
        publish("drivers", role);
    }

    @Override
    public void publishRoot(String role) throws ProvisioningException {
        publish("root", role);
    }

    @Override
    public void publishFile(String role, Path file) throws ProvisioningException {
        try {
            byte[] content = Files.readAllBytes(file);
            publish("file " + file.getFileName(), role, content);
            contents.put(role, content);
        } catch (IOException e) {
            throw new ProvisioningException("the " + role + " cannot be published: " + e, e);
        }
    }

    @Override
    public void unpackTree() {
        published.add("tree");
        tree = Optional.of("f".repeat(64));
    }

    @Override
    public InputStream openRoot() {
        return openRoot(path -> true);
    }

    @Override
    public InputStream openRoot(Predicate<String> paths) {
        return new ByteArrayInputStream(root.orElseGet(() -> pack(paths)));
    }

    private byte[] pack(Predicate<String> paths) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            for (String path : pathsOfRoot()) {
                if (takes(paths, path)) {
                    pack(path, tar);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The files and the folders that they are in. */
    private Set<String> pathsOfRoot() {
        Set<String> all = new TreeSet<>(files.keySet());
        for (String file : files.keySet()) {
            all.addAll(foldersOf(file));
        }
        return all;
    }

    private void pack(String path, TarArchiveOutputStream tar) throws IOException {
        boolean folder = !files.containsKey(path);
        byte[] content = files.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(path.substring(1) + (folder ? "/" : ""));
        entry.setSize(content.length);
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    /** A folder that stays out takes all below it along. */
    private static boolean takes(Predicate<String> paths, String path) {
        return foldersOf(path).stream().allMatch(paths) && paths.test(path);
    }

    private static List<String> foldersOf(String path) {
        List<String> folders = new ArrayList<>();
        for (int end = path.indexOf('/', 1); end > 0; end = path.indexOf('/', end + 1)) {
            folders.add(path.substring(0, end));
        }
        return folders;
    }

    @Override
    public Optional<String> readFile(String path) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public Path workFolder() {
        return work;
    }

    @Override
    public void progress(String task, long done, long total) {
        // nobody watches
    }

    private void publish(String what, String role) throws ProvisioningException {
        publish(what, role, (what + " as " + role).getBytes(StandardCharsets.UTF_8));
    }

    private void publish(String what, String role, byte[] content) throws ProvisioningException {
        if (!role.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new ProvisioningException("'" + role + "' is not the role of an artifact: use lower-case letters");
        }
        published.add(what + " as " + role);
        artifacts.put(role, new TestArtifact(sha256(content), content.length));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
