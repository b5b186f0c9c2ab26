package ${package};

import java.util.List;
import org.osgi.service.component.annotations.Component;
#if( $kind == "method" )
import org.perceus.provisioning.spi.CapsuleBuild;
import org.perceus.provisioning.spi.MethodScript;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.ProvisioningMethod;
import org.perceus.provisioning.spi.TmpfsSize;

/** Runs the whole capsule in RAM: its root is the initramfs of its own kernel. */
@Component
@PerceusModule(name = "${artifactId}")
public final class ${className} implements ProvisioningMethod {
    private static final NodeSetting<TmpfsSize> ROOT_SIZE =
            NodeSetting.of("root-size", TmpfsSize.form(), "how large the root may grow").otherwise("50%");

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

    @Override
    public List<NodeSetting<?>> settings() {
        return List.of(ROOT_SIZE);
    }

    private static NodeScript enter(NodeView node) throws ProvisioningException {
        TmpfsSize size = ROOT_SIZE.of(node).orElseThrow();
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
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.SettingForm;

/** Greets everyone who logs in to the node. */
@Component
@PerceusModule(name = "${artifactId}", order = 50)
public final class ${className} implements ConfigurationModule {
    private static final NodeSetting<String> GREETING =
            NodeSetting.of("greeting", SettingForm.text(), "what everyone sees who logs in");

    @Override
    public List<NodeSetting<?>> settings() {
        return List.of(GREETING);
    }

    @Override
    public NodeScript render(NodeView node) throws ProvisioningException {
        String greeting = GREETING.of(node).orElse("Welcome to " + node.name());
        return NodeScript.builder()
                .writeFile("/etc/motd", "644", greeting + "\n")
                .build();
    }
}
#end
