package org.perceus.provisioning.internal.limits;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.ServerLimits;

public class KernelLimitsTest {
    private static final String FOR_GOOD = ", and for good by sysctl.d/90-perceus.conf of Perceus in /etc/sysctl.d)";

    @Rule
    public final TemporaryFolder proc = new TemporaryFolder();

    @Before
    public void anOrdinarySystem() throws IOException {
        set("sys/net/ipv4/neigh/default/gc_thresh2", "512");
        set("sys/net/ipv4/neigh/default/gc_thresh3", "1024");
        set("sys/net/core/rmem_max", "212992");
        set("self/limits", "Limit   Soft Limit  Hard Limit  Units\nMax open files     1024     1048576     files\n");
        set("sys/net/netfilter/nf_conntrack_max", "65536");
        set("sys/net/netfilter/nf_conntrack_count", "12");
    }

    @Test
    public void tenThousandNodesAreTooManyForIt() {
        assertEquals(
                List.of(
                        "the kernel's neighbour table has room for 512 machines, and there are 10000 nodes: it cannot reach"
                                + " them all at once (sysctl -w net.ipv4.neigh.default.gc_thresh2=16384"
                                + " net.ipv4.neigh.default.gc_thresh3=32768" + FOR_GOOD,
                        "a socket's buffer holds the packets of 332 machines, and there are 10000 nodes: of what they send at"
                                + " once the rest is lost (sysctl -w net.core.rmem_max=4194304" + FOR_GOOD,
                        "the container may have 1024 files and connections open, and 10000 nodes may want 12000 at once"
                                + " (LimitNOFILE=65536 in its unit of systemd, or ulimit -n 65536 before bin/start)",
                        "the firewall of this server remembers 65536 connections, and 10000 nodes that boot at once make"
                                + " 200000: it drops what is beyond (sysctl -w net.netfilter.nf_conntrack_max=262144"
                                + FOR_GOOD),
                complaints(10_000));
    }

    @Test
    public void whoMaySetItsBuffersNeedsNoSysctl() throws IOException {
        set("self/status", "Name:\tjava\nCapEff:\t0000000000000400\n");
        assertEquals(4, complaints(10_000).size());
        set("self/status", "Name:\tjava\nCapEff:\t000001ffffffffff\n");
        assertEquals(3, complaints(10_000).size());
    }

    @Test
    public void aRackIsNot() throws IOException {
        set("self/limits", "Max open files            20000                20000                files");
        assertEquals(List.of(), complaints(40));
    }

    @Test
    public void whatIsProposedIsEnough() throws IOException {
        set("sys/net/ipv4/neigh/default/gc_thresh2", "16384");
        set("sys/net/ipv4/neigh/default/gc_thresh3", "32768");
        set("sys/net/core/rmem_max", "4194304");
        set("self/limits", "Max open files            65536                65536                files");
        set("sys/net/netfilter/nf_conntrack_max", "262144");
        assertEquals(List.of(), complaints(10_000));
    }

    @Test
    public void aFirewallThatRemembersNothingDropsNothing() throws IOException {
        set("sys/net/netfilter/nf_conntrack_count", "0");
        assertEquals(3, complaints(10_000).size());
    }

    @Test
    public void whatASystemDoesNotSayIsNotComplainedAbout() throws IOException {
        assertEquals(
                List.of(),
                new KernelLimits(() -> 10_000, proc.newFolder("empty").toPath()).complaints());
        set("self/limits", "Max open files            unlimited            unlimited            files");
        set("sys/net/core/rmem_max", "");
        set("sys/net/ipv4/neigh/default/gc_thresh2", "nonsense");
        set("sys/net/ipv4/neigh/default/gc_thresh3", "nonsense");
        set("sys/net/netfilter/nf_conntrack_count", "0");
        assertEquals(List.of(), complaints(10_000));
    }

    @Test
    public void theLogHasEachCauseOnceAndAgainWhenItCameBack() {
        List<String> now = new ArrayList<>();
        List<String> log = new ArrayList<>();
        ServerLimits limits = () -> now;
        LimitWatch watch = new LimitWatch(limits, log::add);
        now.add("room for 512, and there are 600 nodes");
        watch.look();
        now.set(0, "room for 512, and there are 601 nodes");
        watch.look();
        assertEquals(List.of("room for 512, and there are 600 nodes"), log);
        now.clear();
        watch.look();
        now.add("room for 512, and there are 700 nodes");
        watch.look();
        assertEquals(2, log.size());
        watch.stop();
    }

    private List<String> complaints(int nodes) {
        return new KernelLimits(() -> nodes, proc.getRoot().toPath()).complaints();
    }

    private void set(String file, String text) throws IOException {
        Path path = proc.getRoot().toPath().resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text + "\n");
    }
}
