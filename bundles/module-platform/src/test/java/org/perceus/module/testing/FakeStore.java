package org.perceus.module.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.perceus.module.BuildProgress;
import org.perceus.module.CapsuleContent;
import org.perceus.module.CapsuleStore;
import org.perceus.module.ImageArtifact;
import org.perceus.provisioning.spi.CapsuleView;

/** Capsules in memory: whatever the capsule, the same two artifacts are packed, which can be held half-way. */
public final class FakeStore implements CapsuleStore {
    public static final ImageArtifact KERNEL = new ImageArtifact("a".repeat(64), 8);
    public static final ImageArtifact ROOT = new ImageArtifact("b".repeat(64), 90);

    private final List<CapsuleContent> capsules = new CopyOnWriteArrayList<>();
    private final Set<String> artifacts = ConcurrentHashMap.newKeySet();
    private final Set<String> trees = ConcurrentHashMap.newKeySet();
    private final AtomicInteger packed = new AtomicInteger();
    private volatile CountDownLatch started = new CountDownLatch(1);
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile String failure = "";

    /** A capsule whose root has a hash of one digit again and again. */
    public CapsuleContent capsule(String id, char root) {
        return new Content(id, new ImageArtifact(String.valueOf(root).repeat(64), 400));
    }

    /** Has a capsule from now on. */
    public CapsuleContent add(CapsuleContent capsule) {
        capsules.add(capsule);
        return capsule;
    }

    /** Loses a capsule. */
    public void remove(String id) {
        capsules.removeIf(capsule -> capsule.id().equals(id));
    }

    /** Loses an artifact. */
    public void lose(ImageArtifact artifact) {
        artifacts.remove(artifact.sha256());
    }

    /** Loses all unpacked roots. */
    public void loseTrees() {
        trees.clear();
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

    /** How many roots were packed. */
    public int packed() {
        return packed.get();
    }

    @Override
    public Optional<CapsuleContent> find(String id) {
        return capsules.stream().filter(capsule -> capsule.id().equals(id)).findFirst();
    }

    @Override
    public ImageArtifact publish(Path file) throws IOException {
        return stored(new ImageArtifact("f".repeat(64), Files.size(file)));
    }

    @Override
    public boolean has(String sha256) {
        return artifacts.contains(sha256);
    }

    private ImageArtifact stored(ImageArtifact artifact) {
        artifacts.add(artifact.sha256());
        return artifact;
    }

    private ImageArtifact pack(BuildProgress progress) throws IOException {
        packed.incrementAndGet();
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
        return stored(ROOT);
    }

    private final class Content implements CapsuleContent {
        private final String id;
        private final ImageArtifact root;

        Content(String id, ImageArtifact root) {
            this.id = id;
            this.root = root;
        }

        @Override
        public CapsuleView view() {
            return new FakeCapsule(id);
        }

        @Override
        public Optional<String> kernelChoice() {
            return Optional.empty();
        }

        @Override
        public ImageArtifact root() {
            return root;
        }

        @Override
        public ImageArtifact kernel() {
            return stored(KERNEL);
        }

        @Override
        public ImageArtifact initramfs(Predicate<String> paths, BuildProgress progress) throws IOException {
            return pack(progress);
        }

        @Override
        public InputStream tar() {
            return InputStream.nullInputStream();
        }

        @Override
        public InputStream tar(Predicate<String> paths) {
            return InputStream.nullInputStream();
        }

        @Override
        public Optional<byte[]> read(String path, int limit) {
            return Optional.empty();
        }

        @Override
        public Optional<String> tree() {
            return Optional.of(root.sha256()).filter(trees::contains);
        }

        @Override
        public String unpack(BuildProgress progress) {
            trees.add(root.sha256());
            return root.sha256();
        }
    }
}
