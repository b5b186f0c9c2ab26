package org.perceus.vnfs.internal.kernel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.perceus.vnfs.CapsuleKernel;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.internal.root.ReleaseOrder;
import org.perceus.vnfs.internal.root.SourceRejected;
import org.perceus.vnfs.internal.source.RootView;

/**
 * The kernels of a root. Immutable.
 *
 * @param kernels the one that nodes get first
 * @param findings what an administrator should know of it
 */
public record KernelSurvey(List<CapsuleKernel> kernels, List<Finding> findings) {
    private static final int MOST_SHOWN = 5;
    private static final Comparator<KernelCandidate> PREFERENCE = Comparator.comparing(KernelCandidate::flavour)
            .thenComparing(KernelCandidate::version, new ReleaseOrder().reversed())
            .thenComparing(candidate -> candidate.kernel().release());

    /**
     * Finds them.
     *
     * @param wanted release of the one that nodes get; empty for the newest of the plain ones
     * @throws SourceRejected when there is none, or none that is to be preferred, with the list of them
     */
    public static KernelSurvey of(RootView root, Optional<String> wanted) throws IOException {
        ModuleFolders modules = new ModuleFolders(root);
        KernelCandidates candidates = new KernelCandidates(root, modules);
        List<KernelCandidate> all =
                candidates.all().stream().sorted(PREFERENCE).collect(Collectors.toCollection(ArrayList::new));
        if (all.isEmpty()) {
            throw none(candidates.refusals());
        }
        KernelCandidate chosen = wanted.isPresent() ? wanted(all, wanted.get(), candidates.refusals()) : preferred(all);
        all.remove(chosen);
        all.add(0, chosen);
        return new KernelSurvey(
                all.stream().map(KernelCandidate::kernel).toList(),
                new KernelFindings(modules, candidates.refusals()).of(chosen));
    }

    private static KernelCandidate wanted(List<KernelCandidate> all, String release, List<String> refusals)
            throws SourceRejected {
        return all.stream()
                .filter(candidate -> candidate.kernel().release().equals(release))
                .findFirst()
                .orElseThrow(() -> new SourceRejected("it has no kernel " + release + ": it has " + list(all)
                        + refusals.stream()
                                .filter(sentence -> sentence.contains(release))
                                .findFirst()
                                .map(sentence -> "; " + sentence)
                                .orElse("")));
    }

    private static KernelCandidate preferred(List<KernelCandidate> all) throws SourceRejected {
        KernelCandidate first = all.get(0);
        if (!first.flavour().isOrdinary()) {
            throw new SourceRejected("its kernel " + first.kernel().release() + " is "
                    + first.flavour().noun()
                    + ", which nodes get only when it is asked for: add --kernel RELEASE, one of "
                    + list(all));
        }
        List<KernelCandidate> equal = all.stream()
                .filter(other ->
                        other.flavour() == first.flavour() && other.version().equals(first.version()))
                .toList();
        if (equal.size() > 1) {
            throw new SourceRejected("it has several kernels of one version, " + list(equal)
                    + ": say which one nodes get with --kernel RELEASE");
        }
        return first;
    }

    private static SourceRejected none(List<String> refusals) {
        if (refusals.isEmpty()) {
            return new SourceRejected("it has no kernel: looked for a file with a kernel's header in /boot and for"
                    + " /lib/modules/RELEASE/vmlinuz; install a kernel package into the root");
        }
        int more = refusals.size() - MOST_SHOWN;
        return new SourceRejected("it has no kernel that its nodes can start: "
                + refusals.stream().limit(MOST_SHOWN).collect(Collectors.joining("; "))
                + (more > 0 ? "; and " + more + " more" : ""));
    }

    private static String list(List<KernelCandidate> some) {
        return some.stream()
                .limit(4L * MOST_SHOWN)
                .map(candidate -> candidate.kernel().release())
                .collect(Collectors.joining(", "));
    }
}
