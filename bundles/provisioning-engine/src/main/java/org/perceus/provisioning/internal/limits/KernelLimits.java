package org.perceus.provisioning.internal.limits;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.node.NodeRegistry;
import org.perceus.provisioning.ServerLimits;

/** Sets what the kernel has room for beside how many nodes there are. */
@Component
public final class KernelLimits implements ServerLimits {
    private static final List<SystemLimit> LIMITS =
            List.of(new NeighbourTable(), new SocketBuffers(), new OpenFiles(), new ConnectionTracking());

    private final IntSupplier nodes;
    private final ProcFiles proc;

    @Activate
    public KernelLimits(@Reference NodeRegistry registry) {
        this(() -> registry.snapshot().nodes().size(), Path.of("/proc"));
    }

    KernelLimits(IntSupplier nodes, Path proc) {
        this.nodes = nodes;
        this.proc = new ProcFiles(proc);
    }

    @Override
    public List<String> complaints() {
        int registered = nodes.getAsInt();
        return LIMITS.stream()
                .map(limit -> limit.complaint(proc, registered))
                .flatMap(Optional::stream)
                .toList();
    }
}
