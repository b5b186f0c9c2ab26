package org.example.squashfs;

import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.perceus.provisioning.spi.CapsuleBuild;
import org.perceus.provisioning.spi.MethodScript;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.ProvisioningMethod;
import org.perceus.provisioning.spi.TmpfsSize;

/**
 * Runs the capsule from a compressed image in RAM: a squashfs that is part of the initramfs, under an overlay that takes
 * what the node writes.
 */
@Component
@PerceusModule(name = "squashfs-overlay")
public final class SquashfsOverlay implements ProvisioningMethod {
    private static final String ROOT_SIZE = "root-size";
    private static final String KERNEL = "kernel";
    private static final String DRIVERS = "drivers";
    private static final String ROOT = "root";
    private static final String IMAGE = "root.squashfs";
    private static final String DEFAULT_SIZE = "50%";

    /** What finds the root in the second OS. */
    private static final String MOUNT_IMAGE =
            """
            modprobe loop || fail "the capsule's kernel needs the driver loop"
            modprobe squashfs || fail "the capsule's kernel needs the driver squashfs"
            mkdir -p "$RUN/squashfs"
            mount -t squashfs -o loop,ro /%s "$RUN/squashfs" ||
                fail "the squashfs could not be mounted: can the capsule's kernel decompress zstd?"
            overlay_root "$RUN/squashfs" "$size"
            """
                    .formatted(IMAGE);

    private final SquashfsTools tools = new SquashfsTools();

    @Override
    public void build(CapsuleBuild build) throws ProvisioningException {
        tools.require();
        build.publishKernel(KERNEL);
        build.publishDrivers(DRIVERS);
        Path image = build.workFolder().resolve(IMAGE);
        tools.pack(build, image);
        build.publishFile(ROOT, CpioArchive.of(image, build.workFolder().resolve("root.cpio")));
    }

    @Override
    public MethodScript render(NodeView node) throws ProvisioningException {
        return MethodScript.of(prepare(node), enter(node));
    }

    @Override
    public String remark() {
        return tools.remark();
    }

    @Override
    public List<NodeSetting<?>> settings() {
        return List.of(NodeSetting.of(ROOT_SIZE, TmpfsSize.form(), "how much of the RAM files may take that the node writes"));
    }

    private static NodeScript prepare(NodeView node) throws ProvisioningException {
        return NodeScript.builder()
                .step("fetch the kernel")
                .fetch(node.artifact(KERNEL), KERNEL)
                .step("fetch the root")
                .fetch(node.artifact(ROOT), ROOT)
                .fetch(node.artifact(DRIVERS), DRIVERS)
                .build();
    }

    private static NodeScript enter(NodeView node) throws ProvisioningException {
        TmpfsSize size = TmpfsSize.of(node, ROOT_SIZE, DEFAULT_SIZE);
        NodeScript mountRoot = NodeScript.builder()
                .variable("size", size.toString())
                .shell(MOUNT_IMAGE)
                .build();
        return NodeScript.builder()
                .step("load the kernel")
                .shell("cat \"$WORK/drivers\" >>\"$WORK/root\"")
                .shell("rm -f \"$WORK/drivers\"")
                .installStarter(mountRoot)
                .callWithFile("append_starter", ROOT)
                .enterKexec(KERNEL, ROOT, node.kernelArguments())
                .build();
    }
}
