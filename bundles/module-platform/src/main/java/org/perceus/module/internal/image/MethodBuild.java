package org.perceus.module.internal.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.perceus.module.BuildProgress;
import org.perceus.module.CapsuleContent;
import org.perceus.module.CapsuleStore;
import org.perceus.module.Image;
import org.perceus.module.ImageArtifact;
import org.perceus.provisioning.spi.CapsuleBuild;
import org.perceus.provisioning.spi.CapsuleView;
import org.perceus.provisioning.spi.ProvisioningException;

/** One run of a method's build: collects what it publishes. For one thread. */
final class MethodBuild implements CapsuleBuild {
    private static final int LARGEST_TEXT = 1 << 20;

    private final CapsuleContent capsule;
    private final CapsuleStore store;
    private final Path work;
    private final BuildProgress progress;
    private final Map<String, ImageArtifact> published = new HashMap<>();
    private Optional<String> tree = Optional.empty();

    /** @param work an empty folder, which the caller deletes */
    MethodBuild(CapsuleContent capsule, CapsuleStore store, Path work, BuildProgress progress) {
        this.capsule = capsule;
        this.store = store;
        this.work = work;
        this.progress = progress;
    }

    @Override
    public CapsuleView capsule() {
        return capsule.view();
    }

    @Override
    public void publishKernel(String role) throws ProvisioningException {
        publish(role, capsule::kernel);
    }

    @Override
    public void publishInitramfs(String role) throws ProvisioningException {
        publish(role, () -> capsule.initramfs(path -> true, progress));
    }

    @Override
    public void publishInitramfs(String role, Predicate<String> paths) throws ProvisioningException {
        publish(role, () -> capsule.initramfs(paths, progress));
    }

    @Override
    public void publishDrivers(String role) throws ProvisioningException {
        // How much they are is not known before, so there is no progress to tell.
        progress.at("packing the drivers of " + capsule.id(), 0, 0);
        DriverPaths drivers = new DriverPaths(capsule.view().kernelRelease());
        publish(role, () -> capsule.initramfs(drivers, BuildProgress.none()));
    }

    @Override
    public void publishRoot(String role) throws ProvisioningException {
        publish(role, capsule::root);
    }

    @Override
    public void publishFile(String role, Path file) throws ProvisioningException {
        publish(role, () -> store.publish(file));
    }

    @Override
    public void unpackTree() throws ProvisioningException {
        tree = Optional.of(reading("the root", () -> capsule.unpack(progress)));
    }

    @Override
    public InputStream openRoot() throws ProvisioningException {
        return reading("the root", capsule::tar);
    }

    @Override
    public InputStream openRoot(Predicate<String> paths) throws ProvisioningException {
        return reading("the root", () -> capsule.tar(paths));
    }

    @Override
    public Optional<String> readFile(String path) throws ProvisioningException {
        return reading(path, () -> capsule.read(path, LARGEST_TEXT))
                .map(content -> new String(content, StandardCharsets.UTF_8));
    }

    @Override
    public Path workFolder() {
        return work;
    }

    @Override
    public void progress(String task, long done, long total) {
        progress.at(task, done, total);
    }

    Image image() {
        return new Image(published, tree);
    }

    private void publish(String role, Reading<ImageArtifact> packing) throws ProvisioningException {
        if (!role.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new ProvisioningException("'" + role + "' is not the role of an artifact: use lower-case letters");
        }
        try {
            published.put(role, packing.run());
        } catch (IOException e) {
            throw new ProvisioningException(
                    "the " + role + " of " + capsule.id() + " cannot be published: " + e.getMessage(), e);
        }
    }

    private <T> T reading(String what, Reading<T> reading) throws ProvisioningException {
        try {
            return reading.run();
        } catch (IOException e) {
            throw new ProvisioningException(what + " of " + capsule.id() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private interface Reading<T> {
        T run() throws IOException;
    }
}
