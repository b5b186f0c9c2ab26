package org.perceus.module.hybrid;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
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
 * Runs a small root in RAM. Chosen paths of it are symbolic links into the capsule's tree on the server, which is mounted
 * read-only.
 */
@Component(configurationPid = "org.perceus.module.hybrid")
@PerceusModule(name = "hybrid")
@Designate(ocd = HybridConfig.class)
public final class Hybrid implements ProvisioningMethod {
    private static final String ROOT_SIZE = "root-size";
    private static final String KERNEL = "kernel";
    private static final String ROOT = "root";
    private static final String PATHS = "paths";
    private static final String LIST = "/etc/perceus/hybridize";
    private static final String TREE = "/.perceus/tree";
    // the first line says what the others save
    private static final String LINK_PATHS =
            """
            {
            	IFS= read -r saving
            	step "$saving"
            	while IFS= read -r path; do link_file "%s$path" "$path"; done
            } <"$WORK"/%s
            """
                    .formatted(TREE, PATHS);

    private final TreeServer server;
    private final HybridConfig config;
    private final Map<String, String> savings = new ConcurrentSkipListMap<>();

    /** Serves by the file server that there is. */
    @Activate
    public Hybrid(@Reference TreeServer server, HybridConfig config) {
        this.server = server;
        this.config = config;
    }

    @Override
    public void build(CapsuleBuild build) throws ProvisioningException {
        refuseEnforcement(build.capsule().selinux());
        RootParts parts = new RootParts(pathList(build));
        build.publishKernel(KERNEL);
        build.publishInitramfs(ROOT, parts);
        List<String> left = parts.left();
        String saving = saving(build, new HashSet<>(left));
        build.publishFile(PATHS, write(build, saving, left));
        build.unpackTree();
        build.progress(saving, 1, 1);
        savings.put(build.capsule().name() + "@" + build.capsule().version(), saving);
    }

    @Override
    public MethodScript render(NodeView node) throws ProvisioningException {
        refuseEnforcement(node.capsule().selinux().with(node.kernelArguments()));
        return MethodScript.of(prepare(node), enter(node));
    }

    @Override
    public String remark() {
        StringBuilder remark = new StringBuilder("capsules without " + LIST + " leave on the server: ")
                .append(String.join(" ", config.hybridize()));
        savings.forEach((capsule, saving) ->
                remark.append("; ").append(capsule).append(": ").append(saving));
        if (!server.remark().isEmpty()) {
            remark.append("; ").append(server.remark());
        }
        return remark.toString();
    }

    @Override
    public List<NodeSetting<?>> settings() {
        return List.of(NodeSetting.of(
                ROOT_SIZE, TmpfsSize.form(), "how much of the RAM files may take that the node writes or has in RAM"));
    }

    /** What links lead to comes over NFS without labels, and an enforcing system lets no service read that. */
    private static void refuseEnforcement(SelinuxMode selinux) throws ProvisioningException {
        if (selinux == SelinuxMode.ENFORCING) {
            throw new ProvisioningException("SELinux is enforcing, but what hybrid leaves on the server has no labels:"
                    + " use stateless-ram or stateful-disk, or write SELINUX=permissive in the capsule's"
                    + " /etc/selinux/config and no enforcing=1 in kernel-args");
        }
    }

    private PathList pathList(CapsuleBuild build) throws ProvisioningException {
        Optional<String> own = build.readFile(LIST);
        return own.isPresent()
                ? PathList.of(LIST, own.get().lines())
                : PathList.of("the configuration of hybrid", Arrays.stream(config.hybridize()));
    }

    private static String saving(CapsuleBuild build, Set<String> left) throws ProvisioningException {
        build.progress("measuring what stays on the server", 0, 0);
        try (InputStream root = build.openRoot()) {
            long saved = new TarSizes(root).sum(path -> isIn(left, path));
            return "leave " + mib(saved) + " of " + mib(build.capsule().rootSize()) + " MiB on the server";
        } catch (IOException e) {
            throw new ProvisioningException("the root cannot be measured: " + e.getMessage(), e);
        }
    }

    private static boolean isIn(Set<String> folders, String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (folders.contains(path.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private static long mib(long bytes) {
        return bytes >> 20;
    }

    private static Path write(CapsuleBuild build, String saving, List<String> left) throws ProvisioningException {
        try {
            Path file = build.workFolder().resolve(PATHS);
            return Files.writeString(file, saving + "\n" + String.join("\n", left) + (left.isEmpty() ? "" : "\n"));
        } catch (IOException e) {
            throw new ProvisioningException("the list of links cannot be written: " + e.getMessage(), e);
        }
    }

    private static NodeScript prepare(NodeView node) throws ProvisioningException {
        return NodeScript.builder()
                .step("fetch the kernel")
                .fetch(node.artifact(KERNEL), KERNEL)
                .step("fetch the root")
                .fetch(node.artifact(ROOT), ROOT)
                .fetch(node.artifact(PATHS), PATHS)
                .shell(LINK_PATHS)
                .build();
    }

    private NodeScript enter(NodeView node) throws ProvisioningException {
        TmpfsSize size = TmpfsSize.of(node, ROOT_SIZE, config.rootSize());
        NodeScript mountRoot = NodeScript.builder()
                .call("size_root", size.toString())
                .call("mount_tree", server.source(node), server.type(), server.options(), TREE)
                .build();
        return NodeScript.builder()
                .step("load the kernel")
                .installStarter(mountRoot)
                .callWithFile("append_overlay", ROOT)
                .enterKexec(KERNEL, ROOT, node.kernelArguments())
                .build();
    }
}
