package ${package};

import org.osgi.service.component.annotations.Component;
#if( $kind == "method" )
import org.perceus.provisioning.spi.CapsuleBuild;
import org.perceus.provisioning.spi.MethodScript;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.ProvisioningMethod;
import org.perceus.provisioning.spi.TmpfsSize;

/** Runs the whole capsule in RAM: its root is the initramfs of its own kernel. */
@Component
@PerceusModule(name = "${artifactId}")
public final class ${className} implements ProvisioningMethod {
    @Override
    public void build(CapsuleBuild build) throws ProvisioningException {
        build.publishKernel("kernel");
        build.publishInitramfs("root");
    }

    @Override
    public MethodScript render(NodeView node) throws ProvisioningException {
        return MethodScript.of(prepare(node), enter(node));
    }

    private static NodeScript prepare(NodeView node) throws ProvisioningException {
        return NodeScript.builder()
                .step("fetch the kernel")
                .fetch(node.artifact("kernel"), "kernel")
                .step("fetch the root")
                .fetch(node.artifact("root"), "root")
                .build();
    }

    private static NodeScript enter(NodeView node) throws ProvisioningException {
        TmpfsSize size = TmpfsSize.of(node, "root-size", "50%");
        return NodeScript.builder()
                .call("install_ram_init", size.toString())
                .step("load the kernel")
                .callWithFile("append_overlay", "root")
                .enterKexec("kernel", "root", node.kernelArguments())
                .build();
    }
}
#else
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;

/** Greets everyone who logs in to the node; the setting {@code greeting} has the words. */
@Component
@PerceusModule(name = "${artifactId}", order = 50)
public final class ${className} implements ConfigurationModule {
    @Override
    public NodeScript render(NodeView node) {
        String greeting = node.setting("greeting").orElse("Welcome to " + node.name());
        return NodeScript.builder()
                .writeFile("/etc/motd", "644", greeting + "\n")
                .build();
    }
}
#end
