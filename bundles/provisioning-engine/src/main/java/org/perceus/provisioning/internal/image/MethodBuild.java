package org.perceus.provisioning.internal.image;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.perceus.provisioning.spi.CapsuleBuild;
import org.perceus.provisioning.spi.CapsuleView;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.vnfs.Artifact;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.RootPacker;

/** One run of a method's build: collects what it publishes. For one thread. */
final class MethodBuild implements CapsuleBuild {
    private final Capsule capsule;
    private final RootPacker packer;
    private final Progress progress;
    private final Map<String, Artifact> published = new HashMap<>();

    MethodBuild(Capsule capsule, RootPacker packer, Progress progress) {
        this.capsule = capsule;
        this.packer = packer;
        this.progress = progress;
    }

    @Override
    public CapsuleView capsule() {
        return new CapsuleFacts(capsule);
    }

    @Override
    public void publishKernel(String role) throws ProvisioningException {
        publish(role, () -> packer.file(capsule, capsule.kernelPath()));
    }

    @Override
    public void publishInitramfs(String role) throws ProvisioningException {
        publish(role, () -> packer.initramfs(capsule, progress));
    }

    Image image() {
        return new Image(published);
    }

    private void publish(String role, Packing packing) throws ProvisioningException {
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

    private interface Packing {
        Artifact run() throws IOException;
    }
}
