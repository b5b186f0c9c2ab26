package org.perceus.vnfs.internal.kernel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.perceus.vnfs.CapsuleKernel;
import org.perceus.vnfs.internal.root.ReleaseOrder;
import org.perceus.vnfs.internal.source.RootView;

/** Finds which release each kernel of a root is, by what has modules. For one thread. */
final class KernelCandidates {
    private static final Comparator<KernelCandidate> BEST_FILE = Comparator.comparing(
                    (KernelCandidate candidate) -> candidate.flavour())
            .thenComparing(candidate -> !candidate.callsItself())
            .thenComparing(candidate -> candidate.kernel().path());

    private final RootView root;
    private final ModuleFolders modules;
    private final List<String> refusals = new ArrayList<>();
    private final Map<String, KernelCandidate> best = new TreeMap<>(new ReleaseOrder());

    KernelCandidates(RootView root, ModuleFolders modules) throws IOException {
        this.root = root;
        this.modules = modules;
        for (KernelFile file : KernelFiles.of(root, modules).values()) {
            take(file);
        }
    }

    /** One for each release. */
    List<KernelCandidate> all() {
        return List.copyOf(best.values());
    }

    /** Why the other files are none, as sentences. */
    List<String> refusals() {
        return refusals;
    }

    private void take(KernelFile file) throws IOException {
        if (file.refusal().isPresent()) {
            refusals.add(file.refusal().get());
            return;
        }
        Optional<String> release = release(file);
        if (release.isEmpty()) {
            refusals.add("/" + file.path() + " has no modules: /lib/modules/"
                    + (file.release().isEmpty() ? file.named().orElse("RELEASE") : file.release()) + " is not there");
            return;
        }
        KernelConfig config = KernelConfig.of(root, file.path(), release.get());
        if (config.takesNoInitramfs()) {
            refusals.add("/" + file.path() + " is built without support for an initramfs (CONFIG_BLK_DEV_INITRD)");
            return;
        }
        CapsuleKernel kernel = new CapsuleKernel("/" + file.path(), release.get(), config.initramfs());
        best.merge(
                release.get(),
                new KernelCandidate(kernel, file.release(), config),
                (one, other) -> BEST_FILE.compare(one, other) <= 0 ? one : other);
    }

    private Optional<String> release(KernelFile file) {
        return Optional.of(file.release())
                .filter(modules::has)
                .or(() -> file.named().filter(modules::has))
                .or(modules::only);
    }
}
