package org.perceus.module.disk;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.perceus.provisioning.spi.Artifact;
import org.perceus.provisioning.spi.CapsuleBuild;
import org.perceus.provisioning.spi.CapsuleView;
import org.perceus.provisioning.spi.MethodScript;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.ProvisioningMethod;

/**
 * Installs the capsule to a disk of the node, once, and boots it from there ever after: through Perceus OS, which lays the
 * node's files over it anew, or by the disk's own boot loader when this server does not answer.
 */
@Component
@PerceusModule(name = "stateful-disk")
public final class StatefulDisk implements ProvisioningMethod {
    private static final String KERNEL = "kernel";
    private static final String DRIVERS = "drivers";
    private static final String ROOT = "root";

    private static final String LOOK =
            """
            INSTALLED=
            if [ "$disk_reinstall" = no ]; then find_installed "$disk_words"; fi
            if [ -n "$INSTALLED" ]; then
                take_installed "$disk_capsule"
            else
            step 'fetch the tools for disks'
            use_tools disk
            step 'choose the disk'
            choose_disks "$disk_words" "$disk_count"
            need_room "$disk_bytes" "$disk_capsule"
            """;

    private static final String FILL =
            """
            step "partition $DISKS"
            make_disks "$disk_capsule" "$disk_file_system" "$disk_swap"
            step 'fetch the root'
            install_root "$disk_root" "$disk_root_bytes"
            fi
            """;

    private static final String FINISH =
            """
            if [ -n "$INSTALLED" ]; then
                append_node_files "$WORK"/initrd
            else
                step 'make the disk bootable'
                install_node_files
                append_disk_starter "$WORK"/initrd
                if [ "$disk_reinstall" = yes ]; then
                    # a system that has been used must not be overwritten because the server missed this
                    event event=done setting=reinstall
                    confirm_events 120000 || fail 'the server did not confirm that the setting reinstall is done'
                fi
                finish_disks "$WORK"/kernel "$WORK"/initrd "$disk_arguments"
            fi
            """;

    @Override
    public void build(CapsuleBuild build) throws ProvisioningException {
        build.publishKernel(KERNEL);
        build.publishDrivers(DRIVERS);
        build.publishRoot(ROOT);
    }

    @Override
    public MethodScript render(NodeView node) throws ProvisioningException {
        DiskSettings settings = DiskSettings.of(node);
        return MethodScript.of(prepare(node, settings), enter(settings));
    }

    @Override
    public List<NodeSetting<?>> settings() {
        return DiskSettings.all();
    }

    private static NodeScript prepare(NodeView node, DiskSettings settings) throws ProvisioningException {
        CapsuleView capsule = node.capsule();
        Artifact root = node.artifact(ROOT);
        return NodeScript.builder()
                .step("look for an installed system")
                .variable("disk_words", String.join(" ", settings.disks()))
                .variable("disk_count", settings.mirrored() ? "2" : "1")
                .variable("disk_reinstall", settings.reinstall() ? "yes" : "no")
                .variable("disk_capsule", capsule.name() + "@" + capsule.version())
                .variable("disk_bytes", String.valueOf(settings.bytesFor(capsule, root.size())))
                .variable("disk_file_system", settings.fileSystem())
                .variable("disk_swap", String.valueOf(settings.swapMib()))
                .variable("disk_root", root.sha256())
                .variable("disk_root_bytes", String.valueOf(root.size()))
                .shell(LOOK)
                .step("fetch the kernel")
                .fetch(node.artifact(KERNEL), "kernel")
                .fetch(node.artifact(DRIVERS), "initrd")
                .shell(FILL)
                .build();
    }

    private static NodeScript enter(DiskSettings settings) {
        return NodeScript.builder()
                .variable("disk_arguments", settings.kernelArguments())
                .shell(FINISH)
                .step("load the kernel")
                .enterKexec("kernel", "initrd", settings.kernelArguments())
                .build();
    }
}
