package org.perceus.module.nfs;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.perceus.provisioning.spi.CapsuleBuild;
import org.perceus.provisioning.spi.MethodScript;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.ProvisioningMethod;
import org.perceus.provisioning.spi.SelinuxMode;
import org.perceus.provisioning.spi.TmpfsSize;
import org.perceus.provisioning.spi.TreeServer;

/**
 * Runs the capsule from this server: its unpacked root comes read-only over NFS, shared by all nodes that have it, and
 * what a node writes stays in its RAM.
 */
@Component(configurationPid = "org.perceus.module.nfs_root")
@PerceusModule(name = "nfs-root")
@Designate(ocd = NfsRootConfig.class)
public final class NfsRoot implements ProvisioningMethod {
    private static final String ROOT_SIZE = "root-size";
    private static final String KERNEL = "kernel";
    private static final String DRIVERS = "drivers";
    private static final String TREE = "/run/perceus/tree";

    private final TreeServer server;
    private final String rootSize;

    /** Serves by the file server that there is. */
    @Activate
    public NfsRoot(@Reference TreeServer server, NfsRootConfig config) {
        this(server, config.rootSize());
    }

    NfsRoot(TreeServer server, String rootSize) {
        this.server = server;
        this.rootSize = rootSize;
    }

    @Override
    public void build(CapsuleBuild build) throws ProvisioningException {
        refuseEnforcement(build.capsule().selinux());
        build.publishKernel(KERNEL);
        build.publishDrivers(DRIVERS);
        build.unpackTree();
    }

    @Override
    public MethodScript render(NodeView node) throws ProvisioningException {
        refuseEnforcement(node.capsule().selinux().with(node.kernelArguments()));
        return MethodScript.of(prepare(node), enter(node));
    }

    @Override
    public String remark() {
        return server.remark();
    }

    @Override
    public List<NodeSetting<?>> settings() {
        return List.of(
                NodeSetting.of(ROOT_SIZE, TmpfsSize.form(), "how much of the RAM files may take that the node writes"));
    }

    /**
     * NFS hands out no labels, and those that a node sets over the tree have not brought the first program of an enforcing
     * system into its domain: it runs, but nobody can log in.
     */
    private static void refuseEnforcement(SelinuxMode selinux) throws ProvisioningException {
        if (selinux == SelinuxMode.ENFORCING) {
            throw new ProvisioningException("SELinux is enforcing, but the capsule's files have no labels over NFS: use"
                    + " stateless-ram or stateful-disk, or write SELINUX=permissive in its /etc/selinux/config and no"
                    + " enforcing=1 in kernel-args");
        }
    }

    private static NodeScript prepare(NodeView node) throws ProvisioningException {
        return NodeScript.builder()
                .step("fetch the kernel")
                .fetch(node.artifact(KERNEL), KERNEL)
                .step("fetch the drivers")
                .fetch(node.artifact(DRIVERS), DRIVERS)
                .build();
    }

    private NodeScript enter(NodeView node) throws ProvisioningException {
        TmpfsSize size = TmpfsSize.of(node, ROOT_SIZE, rootSize);
        NodeScript mountRoot = NodeScript.builder()
                .call("mount_tree", server.source(node), server.type(), server.options(), TREE)
                .call("overlay_root", TREE, size.toString())
                .build();
        return NodeScript.builder()
                .step("load the kernel")
                .installStarter(mountRoot)
                .callWithFile("append_starter", DRIVERS)
                .enterKexec(KERNEL, DRIVERS, node.kernelArguments())
                .build();
    }
}
