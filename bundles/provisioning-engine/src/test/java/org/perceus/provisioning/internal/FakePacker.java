package org.perceus.provisioning.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.perceus.vnfs.Artifact;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.RootPacker;

/** A packer that publishes the same two artifacts whatever the capsule, and can be held half-way. */
public final class FakePacker implements RootPacker {
    private final FakeArtifacts artifacts;
    private volatile CountDownLatch started = new CountDownLatch(1);
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile String failure = "";

    public FakePacker(FakeArtifacts artifacts) {
        this.artifacts = artifacts;
    }

    /** From now on packing stops half-way. */
    public void hold() {
        started = new CountDownLatch(1);
        gate = new CountDownLatch(1);
    }

    /** Waits until packing has got half-way. */
    public void awaitHalfWay() throws InterruptedException {
        started.await();
    }

    /** Lets packing go on. */
    public void release() {
        gate.countDown();
    }

    /** From now on packing fails, unless the sentence is empty. */
    public void failWith(String sentence) {
        failure = sentence;
    }

    @Override
    public Artifact initramfs(Capsule capsule, Predicate<String> paths, Progress progress) throws IOException {
        progress.at("packing", 50, 100);
        started.countDown();
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
        if (!failure.isEmpty()) {
            throw new IOException(failure);
        }
        progress.at("packing", 100, 100);
        return artifacts.add(Samples.artifacts().get("root"));
    }

    @Override
    public Artifact file(Capsule capsule, String path) {
        return artifacts.add(Samples.artifacts().get("kernel"));
    }

    @Override
    public Optional<byte[]> read(Capsule capsule, String path, int limit) {
        return Optional.empty();
    }

    @Override
    public InputStream tar(Capsule capsule) {
        return InputStream.nullInputStream();
    }

    @Override
    public InputStream tar(Capsule capsule, Predicate<String> paths) {
        return InputStream.nullInputStream();
    }
}
