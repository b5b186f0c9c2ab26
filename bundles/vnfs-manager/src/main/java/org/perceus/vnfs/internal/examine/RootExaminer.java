package org.perceus.vnfs.internal.examine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.perceus.vnfs.CapsuleKernel;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.RootTraits;
import org.perceus.vnfs.internal.init.InitSurvey;
import org.perceus.vnfs.internal.kernel.KernelSurvey;
import org.perceus.vnfs.internal.network.NetworkSurvey;
import org.perceus.vnfs.internal.root.SourceRejected;
import org.perceus.vnfs.internal.services.Services;
import org.perceus.vnfs.internal.source.RootView;

/** Finds out what a root is like, before any node boots it. */
public final class RootExaminer {
    private static final List<Check> CHECKS = List.of(
            new BootTarget(),
            new ServiceShell(),
            new Selinux(),
            new Meddlers(),
            new FixedAddresses(),
            new AttributesOnNodes(),
            new Secrets());
    private static final List<String> RELEASE_FILES = List.of("etc/os-release", "usr/lib/os-release");
    private static final String PRETTY_NAME = "PRETTY_NAME=";

    /**
     * What was found.
     *
     * @param kernels its kernels, the one that nodes get first
     * @param traits all else, with what was changed first among the findings
     */
    public record Examined(List<CapsuleKernel> kernels, RootTraits traits) {}

    private RootExaminer() {}

    /**
     * Looks at a root.
     *
     * @param kernel release of the kernel that nodes get; empty for the newest of the plain ones
     * @param done what is known to have been changed in it
     * @throws SourceRejected when no node could boot it
     */
    public static Examined examine(RootView view, Optional<String> kernel, List<Finding> done) throws IOException {
        NestedRoot.refuse(view);
        KernelSurvey kernels = KernelSurvey.of(view, kernel);
        InitSurvey init = InitSurvey.of(view);
        Services services = Services.of(view, init.family());
        NetworkSurvey network = NetworkSurvey.of(view, services);
        List<Finding> findings = new ArrayList<>(done);
        findings.addAll(kernels.findings());
        findings.addAll(init.findings());
        findings.addAll(network.findings());
        SelinuxConfig selinux = SelinuxConfig.of(view);
        Check.Subject subject = new Check.Subject(
                view,
                init.family(),
                services,
                network.configurator(),
                kernels.kernels().get(0).release(),
                selinux);
        for (Check check : CHECKS) {
            findings.addAll(check.look(subject));
        }
        return new Examined(
                kernels.kernels(),
                new RootTraits(
                        system(view), init.init(), init.family(), network.configurator(), selinux.mode(), findings));
    }

    private static String system(RootView view) throws IOException {
        for (String file : RELEASE_FILES) {
            Optional<String> name = view.lines(file).stream()
                    .filter(line -> line.startsWith(PRETTY_NAME))
                    .map(line -> line.substring(PRETTY_NAME.length())
                            .replace("\"", "")
                            .replace("'", ""))
                    .findFirst();
            if (name.isPresent()) {
                return name.get();
            }
        }
        return "";
    }
}
