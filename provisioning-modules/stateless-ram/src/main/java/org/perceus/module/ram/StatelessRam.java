package org.perceus.module.ram;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.perceus.provisioning.spi.CapsuleBuild;
import org.perceus.provisioning.spi.DirectStart;
import org.perceus.provisioning.spi.MethodScript;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.ProvisioningMethod;
import org.perceus.provisioning.spi.SettingForm;
import org.perceus.provisioning.spi.TmpfsSize;

/**
 * Runs the whole capsule in RAM: its root is the initramfs of its own kernel, with the node's own files in a second
 * archive behind it.
 */
@Component(configurationPid = "org.perceus.module.stateless_ram")
@PerceusModule(name = "stateless-ram")
@Designate(ocd = StatelessRamConfig.class)
public final class StatelessRam implements ProvisioningMethod {
    private static final String ROOT_SIZE = "root-size";
    private static final NodeSetting<Boolean> KEEP_IMAGE = NodeSetting.of(
                    "keep-image",
                    SettingForm.yesOrNo(),
                    "yes to keep the packed capsule in RAM, for the next boot by kexec")
            .otherwise("no");
    private static final String KERNEL = "kernel";
    private static final String ROOT = "root";

    private final String rootSize;

    /** Takes its configuration. */
    @Activate
    public StatelessRam(StatelessRamConfig config) {
        this(config.rootSize());
    }

    StatelessRam(String rootSize) {
        this.rootSize = rootSize;
    }

    @Override
    public void build(CapsuleBuild build) throws ProvisioningException {
        build.publishKernel(KERNEL);
        build.publishInitramfs(ROOT);
    }

    @Override
    public MethodScript render(NodeView node) throws ProvisioningException {
        long kept = KEEP_IMAGE.of(node).orElse(false)
                ? node.artifact(KERNEL).size() + node.artifact(ROOT).size()
                : 0;
        checkMemory(node, kept);
        checkSize(node, size(node), kept);
        MethodScript script = MethodScript.of(prepare(node, kept > 0), enter(node));
        return kept > 0
                ? script
                : script.orDirectly(
                        new DirectStart(node.artifact(KERNEL), node.artifact(ROOT), node.kernelArguments()));
    }

    @Override
    public List<NodeSetting<?>> settings() {
        return List.of(NodeSetting.of(ROOT_SIZE, TmpfsSize.form(), "how large the root in RAM may grow"), KEEP_IMAGE);
    }

    private static void checkMemory(NodeView node, long kept) throws ProvisioningException {
        long need = MemoryNeed.kib(node.capsule(), node.artifact(ROOT).size(), kept);
        if (node.memoryKib() > 0 && node.memoryKib() < need) {
            throw new ProvisioningException("the machine has " + (node.memoryKib() >> 10) + " MiB of RAM, but "
                    + node.capsule().name() + "@" + node.capsule().version() + " needs " + ((need >> 10) + 1)
                    + " MiB to start in RAM" + (kept > 0 ? " and keep its image" : "")
                    + ": use a smaller capsule, or a method that does not need so much, like nfs-root");
        }
    }

    private TmpfsSize size(NodeView node) throws ProvisioningException {
        return TmpfsSize.of(node, ROOT_SIZE, rootSize);
    }

    /** A limit that the unpacked root does not fit into is noticed by the second kernel only. */
    private static void checkSize(NodeView node, TmpfsSize size, long kept) throws ProvisioningException {
        long root = node.capsule().rootSize() + kept;
        if (node.memoryKib() > 0 && size.bytes(node.memoryKib()) < root) {
            throw new ProvisioningException("the root of " + node.capsule().name() + "@"
                    + node.capsule().version() + " has " + ((root >> 20) + 1) + " MiB"
                    + (kept > 0 ? " with the image that it keeps" : "") + ", which " + ROOT_SIZE + "=" + size
                    + " does not hold: set " + ROOT_SIZE + " to more");
        }
    }

    private static NodeScript prepare(NodeView node, boolean keep) throws ProvisioningException {
        NodeScript.Builder script = NodeScript.builder()
                .step("fetch the kernel")
                .fetch(node.artifact(KERNEL), KERNEL)
                .step("fetch the root")
                .fetch(node.artifact(ROOT), ROOT);
        if (keep) {
            script.call("keep_artifact", node.artifact(KERNEL).sha256())
                    .call("keep_artifact", node.artifact(ROOT).sha256());
        }
        return script.build();
    }

    private NodeScript enter(NodeView node) throws ProvisioningException {
        return NodeScript.builder()
                .call("install_ram_init", size(node).toString())
                .step("load the kernel")
                .callWithFile("append_overlay", ROOT)
                .enterKexec(KERNEL, ROOT, node.kernelArguments())
                .build();
    }
}
