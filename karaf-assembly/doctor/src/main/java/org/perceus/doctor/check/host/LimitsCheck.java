package org.perceus.doctor.check.host;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.perceus.doctor.address.AddressRange;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.site.Site;
import org.perceus.doctor.system.KernelFiles;

/**
 * Whether the kernel has room for as many machines as the pools have addresses. The container, when it runs, compares the same
 * limits and more with how many nodes there are.
 */
public final class LimitsCheck implements Check {
    private static final String NEIGHBOURS = "net.ipv4.neigh.default.gc_thresh2";
    private static final String OPEN_FILES = "Max open files";
    private static final int OTHERS = 256;
    private static final int OWN_FILES = 2000;
    private static final int MOST_CONNECTIONS = 10_000;

    private final KernelFiles files;
    private final Site site;

    public LimitsCheck(KernelFiles files, Site site) {
        this.files = files;
        this.site = site;
    }

    @Override
    public String name() {
        return "limits";
    }

    @Override
    public List<Finding> findings() {
        long machines = site.networks().stream()
                .flatMap(network -> network.pool().stream())
                .mapToLong(AddressRange::size)
                .sum();
        List<Finding> findings = new ArrayList<>();
        findings.add(neighbours(machines));
        findings.add(openFiles(machines));
        return findings;
    }

    private Finding neighbours(long machines) {
        OptionalLong most = files.sysctl(NEIGHBOURS);
        if (most.isEmpty()) {
            return Finding.note("the size of the kernel's neighbour table, " + NEIGHBOURS
                    + ", is not to be read here, as in containers: look at it on the host");
        }
        String sentence = "the kernel's neighbour table has room for " + most.getAsLong() + " machines";
        return most.getAsLong() >= machines + OTHERS
                ? Finding.ok(sentence)
                : Finding.note(sentence + ", and the pools have " + machines
                                + " addresses: if so many nodes come, it cannot reach them all")
                        .with(raise());
    }

    private Finding openFiles(long machines) {
        long wanted = Math.min(machines, MOST_CONNECTIONS) + OWN_FILES;
        long most = files.lines("proc/self/limits").stream()
                .filter(line -> line.startsWith(OPEN_FILES))
                .map(line -> line.substring(OPEN_FILES.length()).strip().split(" ")[0])
                .filter(text -> text.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(Long.MAX_VALUE);
        String sentence = "a process of this account may have " + most + " files and connections open";
        return most >= wanted
                ? Finding.ok(sentence)
                : Finding.warning(
                                sentence + ", and a container that as many nodes as addresses speak to wants " + wanted)
                        .with("ulimit -n 65536 && " + site.instance().home().resolve("bin/start"));
    }

    private String raise() {
        return "cp " + site.instance().home().resolve("sysctl.d/90-perceus.conf")
                + " /etc/sysctl.d/ && sysctl --system";
    }
}
