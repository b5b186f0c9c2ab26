package org.perceus.provisioning.spi;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A build for tests of methods: notes what is published, in words. */
public final class TestBuild implements CapsuleBuild {
    private final List<String> published = new ArrayList<>();
    private final Map<String, String> files = new HashMap<>();
    private final Path work;

    /** @param work an empty folder */
    public TestBuild(Path work) {
        this.work = work;
    }

    /** Gives the root a text file. */
    public TestBuild with(String path, String text) {
        files.put(path, text);
        return this;
    }

    /** What was published, as in {@code kernel as kernel}. */
    public List<String> published() {
        return published;
    }

    @Override
    public CapsuleView capsule() {
        return new TestNode();
    }

    @Override
    public void publishKernel(String role) {
        published.add("kernel as " + role);
    }

    @Override
    public void publishInitramfs(String role) {
        published.add("initramfs as " + role);
    }

    @Override
    public void publishInitramfs(String role, Predicate<String> paths) {
        published.add("part of the initramfs as " + role);
    }

    @Override
    public void publishDrivers(String role) {
        published.add("drivers as " + role);
    }

    @Override
    public void publishRoot(String role) {
        published.add("root as " + role);
    }

    @Override
    public void publishFile(String role, Path file) {
        published.add("file " + file.getFileName() + " as " + role);
    }

    @Override
    public void unpackTree() {
        published.add("tree");
    }

    @Override
    public InputStream openRoot() {
        return new ByteArrayInputStream(new byte[0]);
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
    public void progress(String task, long done, long total) {}
}
