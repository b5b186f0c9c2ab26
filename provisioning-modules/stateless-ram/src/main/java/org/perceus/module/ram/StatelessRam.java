package org.perceus.module.ram;

import org.osgi.service.component.annotations.Component;
import org.perceus.provisioning.spi.CapsuleBuild;
import org.perceus.provisioning.spi.MethodScript;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.ProvisioningMethod;

/**
 * Runs the whole capsule in RAM: its root is the initramfs of its own kernel, with the node's own files in a second
 * archive behind it.
 */
@Component
@PerceusModule(name = "stateless-ram")
public final class StatelessRam implements ProvisioningMethod {
    private static final String KERNEL = "kernel";
    private static final String ROOT = "root";
    private static final String DEFAULT_ARGUMENTS = "console=tty0 console=ttyS0,115200";

    @Override
    public void build(CapsuleBuild build) throws ProvisioningException {
        build.publishKernel(KERNEL);
        build.publishInitramfs(ROOT);
    }

    @Override
    public MethodScript render(NodeView node) throws ProvisioningException {
        return MethodScript.of(prepare(node), enter(node));
    }

    private static NodeScript prepare(NodeView node) throws ProvisioningException {
        return NodeScript.builder()
                .step("fetch the kernel")
                .fetch(node.artifact(KERNEL), KERNEL)
                .step("fetch the root")
                .fetch(node.artifact(ROOT), ROOT)
                .build();
    }

    private static NodeScript enter(NodeView node) {
        return NodeScript.builder()
                .call("install_ram_init")
                .step("load the kernel")
                .shell("append_overlay \"$WORK\"/" + ROOT)
                .variable("arguments", node.setting("kernel-args").orElse(DEFAULT_ARGUMENTS))
                .shell("enter_kexec \"$WORK\"/" + KERNEL + " \"$WORK\"/" + ROOT + " \"$arguments\"")
                .build();
    }
}
