package org.perceus.itests;

import org.osgi.framework.FrameworkUtil;
import org.perceus.provisioning.spi.CapsuleBuild;
import org.perceus.provisioning.spi.MethodScript;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.ProvisioningMethod;

/** A method that takes a while to build an image, or refuses to when its version ends in 13. */
public final class SlowMethod implements ProvisioningMethod {
    private static final int STEPS = 20;
    private static final long STEP_MS = 100;

    @Override
    public void build(CapsuleBuild build) throws ProvisioningException {
        for (int step = 1; step <= STEPS; step++) {
            build.progress("waiting", step, STEPS);
            pause();
        }
        if (version().endsWith(".13")) {
            throw new ProvisioningException("13 brings bad luck");
        }
        build.publishKernel("kernel");
    }

    @Override
    public MethodScript render(NodeView node) throws ProvisioningException {
        NodeScript fetch = NodeScript.builder()
                .step("fetch the kernel of " + version())
                .fetch(node.artifact("kernel"), "kernel")
                .build();
        return MethodScript.of(fetch, NodeScript.builder().call("enter_kexec").build());
    }

    private static String version() {
        return FrameworkUtil.getBundle(SlowMethod.class).getVersion().toString();
    }

    private static void pause() throws ProvisioningException {
        try {
            Thread.sleep(STEP_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProvisioningException("interrupted", e);
        }
    }
}
