package org.example.squashfs;

import java.nio.file.Path;
import org.osgi.service.component.annotations.Component;
import org.perceus.provisioning.spi.CapsuleBuild;
import org.perceus.provisioning.spi.MethodScript;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.ProvisioningMethod;

/**
 * Runs the capsule from a compressed image in RAM: a squashfs that is part of the initramfs, under an overlay that takes
 * what the node writes.
 */
@Component
@PerceusModule(name = "squashfs-overlay")
public final class SquashfsOverlay implements ProvisioningMethod {
    private static final String KERNEL = "kernel";
    private static final String DRIVERS = "drivers";
    private static final String ROOT = "root";
    private static final String IMAGE = "root.squashfs";
    private static final String DEFAULT_ARGUMENTS = "console=tty0 console=ttyS0,115200";
    private static final String DEFAULT_SIZE = "50%";

    /** What finds the root in the second OS. */
    private static final String MOUNT_ROOT =
            """
            mount_root() {
                modprobe loop || fail "the capsule's kernel needs the driver loop"
                modprobe squashfs || fail "the capsule's kernel needs the driver squashfs"
                mkdir -p "$RUN/squashfs"
                mount -t squashfs -o loop,ro /%s "$RUN/squashfs" ||
                    fail "the squashfs could not be mounted: can the capsule's kernel decompress zstd?"
                overlay_root "$RUN/squashfs" %s
            }
            """;

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
        String size = node.setting("overlay-size").orElse(DEFAULT_SIZE);
        if (!size.matches("[1-9][0-9]{0,11}[kmgKMG]?|[1-9][0-9]?%|100%")) {
            throw new ProvisioningException("the setting overlay-size is '" + size
                    + "', which is no size: write it as 2g, 500m or 50% of the RAM");
        }
        return NodeScript.builder()
                .step("load the kernel")
                .shell("cat \"$WORK/drivers\" >>\"$WORK/root\"")
                .shell("rm -f \"$WORK/drivers\"")
                .call("install_starter", MOUNT_ROOT.formatted(IMAGE, size))
                .shell("append_starter \"$WORK/root\"")
                .variable("arguments", node.setting("kernel-args").orElse(DEFAULT_ARGUMENTS))
                .shell("enter_kexec \"$WORK/kernel\" \"$WORK/root\" \"$arguments\"")
                .build();
    }
}
