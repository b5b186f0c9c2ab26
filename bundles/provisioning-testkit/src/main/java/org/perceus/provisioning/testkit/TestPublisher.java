package org.perceus.provisioning.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.perceus.provisioning.spi.Artifact;
import org.perceus.provisioning.spi.ArtifactPublisher;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.Publication;

/** A publisher that remembers what is published and keeps no content. Thread-safe. */
public final class TestPublisher implements ArtifactPublisher {
    private final Set<String> published = new TreeSet<>();

    /** The hashes of what was published and not given up. */
    public Set<String> published() {
        synchronized (published) {
            return Set.copyOf(published);
        }
    }

    @Override
    public Publication publish(Path file) throws ProvisioningException {
        try {
            byte[] content = Files.readAllBytes(file);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return keep(new TestArtifact(HexFormat.of().formatHex(hash), content.length));
        } catch (IOException e) {
            throw new ProvisioningException(file + " cannot be read: " + e, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Publication keep(Artifact artifact) {
        synchronized (published) {
            published.add(artifact.sha256());
        }
        return new Publication() {
            @Override
            public Artifact artifact() {
                return artifact;
            }

            @Override
            public void close() {
                synchronized (published) {
                    published.remove(artifact.sha256());
                }
            }
        };
    }
}
