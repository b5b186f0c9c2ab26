package org.perceus.provisioning.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.perceus.vnfs.Artifact;
import org.perceus.vnfs.ArtifactStore;

/** An artifact store that keeps hashes only. */
public final class FakeArtifacts implements ArtifactStore {
    private final Map<String, Long> sizes = new ConcurrentHashMap<>();

    /** Has an artifact from now on. */
    public Artifact add(Artifact artifact) {
        sizes.put(artifact.sha256(), artifact.size());
        return artifact;
    }

    /** Loses an artifact. */
    public void remove(Artifact artifact) {
        sizes.remove(artifact.sha256());
    }

    /** Loses all artifacts. */
    public void clear() {
        sizes.clear();
    }

    /** How many it has. */
    public int count() {
        return sizes.size();
    }

    /** What a content would be stored as. */
    public static Artifact of(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return new Artifact(HexFormat.of().formatHex(hash), content.length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Artifact publish(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.writeTo(bytes);
        return add(of(bytes.toByteArray()));
    }

    @Override
    public Optional<Path> find(String sha256) {
        return Optional.ofNullable(sizes.get(sha256)).map(size -> Path.of("/store", sha256));
    }
}
