package org.perceus.doctor.check.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.doctor.Fakes;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.finding.Severity;
import org.perceus.doctor.system.KernelFiles;

public class HostChecksTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void javaIsOldEnoughAndNewEnough() {
        assertEquals(Severity.OK, java("17.0.15"));
        assertEquals(Severity.OK, java("21"));
        assertEquals(Severity.WARNING, java("19"));
        assertEquals(Severity.PROBLEM, java("24.0.1"));
    }

    @Test
    public void spaceIsThatOfTheFolderThatWillBe() throws IOException {
        Path later = folder.getRoot().toPath().resolve("data/vnfs");
        List<Path> asked = new ArrayList<>();
        Finding finding = new SpaceCheck(List.of(later, later), place -> {
                    asked.add(place);
                    return 600L << 20;
                })
                .findings()
                .get(0);
        assertEquals("a folder is looked at once", List.of(folder.getRoot().toPath()), asked);
        assertEquals(Severity.PROBLEM, finding.severity());
        assertTrue(finding.sentence(), finding.sentence().startsWith(later + " has room for 600 MiB"));
        assertEquals("df -h " + folder.getRoot(), finding.command().orElseThrow());
        assertEquals(
                Severity.WARNING,
                new SpaceCheck(List.of(later), place -> 3L << 30)
                        .findings()
                        .get(0)
                        .severity());
    }

    @Test
    public void limitsAreSetBesideThePools() throws IOException {
        write("proc/sys/net/ipv4/neigh/default/gc_thresh2", "512\n");
        write("proc/self/limits", "Max open files            1024                 20000                files\n");
        KernelFiles files = new KernelFiles(folder.getRoot().toPath());
        List<Finding> few = new LimitsCheck(files, Fakes.site(Fakes.LAB)).findings();
        assertEquals(Severity.OK, few.get(0).severity());
        assertEquals(Severity.WARNING, few.get(1).severity());
        List<Finding> many = new LimitsCheck(
                        files, Fakes.site(Fakes.network("big", "10.0.0.0/16", "10.0.1.0-10.0.9.255")))
                .findings();
        assertTrue(many.get(0).sentence(), many.get(0).sentence().contains("the pools have 2304 addresses"));
        assertEquals(
                "cp /opt/perceus/sysctl.d/90-perceus.conf /etc/sysctl.d/ && sysctl --system",
                many.get(0).command().orElseThrow());
    }

    @Test
    public void theClockIsCompared() {
        ClockCheck.TimeSource source = server -> {
            if (server.equals("gone")) {
                throw new IOException("timed out");
            }
            return Duration.ofMillis(server.equals("near") ? -40 : 90_000);
        };
        List<Finding> findings = new ClockCheck(() -> true, List.of("near", "far", "gone"), source).findings();
        assertEquals(
                List.of(
                        "the kernel says that its clock is synchronised",
                        "the clock is 40 ms ahead of that of the NTP server near",
                        "the clock is 90 s behind that of the NTP server far: set it before nodes take their time from"
                                + " here",
                        "the NTP server gone does not answer: timed out"),
                findings.stream().map(Finding::sentence).toList());
        assertEquals(
                List.of(Severity.OK, Severity.OK, Severity.PROBLEM, Severity.WARNING),
                findings.stream().map(Finding::severity).toList());
        assertEquals(
                2, new ClockCheck(() -> false, List.of(), source).findings().size());
    }

    @Test
    public void findsTheNtpServersOfThisMachine() throws IOException {
        write("etc/systemd/timesyncd.conf", "[Time]\n#NTP=no\nNTP=a.example  b.example\nFallbackNTP=c\n");
        write("etc/chrony/chrony.conf", "# server x\npool d.example iburst\nserver a.example\nmakestep 1 3\n");
        assertEquals(
                List.of("a.example", "b.example", "d.example"),
                NtpServers.configured(new KernelFiles(folder.getRoot().toPath())));
    }

    private static Severity java(String version) {
        return new JavaCheck(Runtime.Version.parse(version), "/java")
                .findings()
                .get(0)
                .severity();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.getRoot().toPath().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
