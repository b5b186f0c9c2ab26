package org.perceus.provisioning.internal.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeState;
import org.perceus.provisioning.internal.FakeJournal;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.hardware.ReportedHardware;
import org.perceus.provisioning.spi.hardware.CpuTopology;
import org.perceus.provisioning.spi.hardware.Hardware;

public class HardwareReportTest {
    @Test
    public void whatAMachineHasIsReadFromWhatWasWritten() {
        String summary = summary(
                "vendor=Dell\nproduct=R650\ncpus=64\ntopology=2 16 2\nmemory-kib=263921664\nfirmware=uefi\ndisk=a\n");
        assertEquals("Dell, R650, 64 CPU (2x16x2), 251.7 GiB RAM, UEFI, 1 disks", summary);
        CpuTopology topology = new CpuTopology(2, 16, 2);
        assertEquals(
                Optional.of(new Hardware("Dell, R650", 64, Optional.of(topology), 253_662, Optional.of("UEFI"), 1)),
                read(summary));
    }

    @Test
    public void itIsNeverMoreThanTheMachineHas() {
        for (long kib : new long[] {1 << 20, 1_000_000, 4_005_000, 263_921_664, 3_999_999}) {
            String summary = summary("cpus=1\ntopology=1 1 1\nmemory-kib=" + kib + "\n");
            long mib = read(summary).orElseThrow().memoryMib();
            assertEquals(summary, true, mib <= kib >> 10 && mib > (kib >> 10) * 8 / 10);
        }
    }

    @Test
    public void aMachineThatDoesNotTellIsNotKnown() {
        for (String body : List.of(
                "topology=1 2 1\nmemory-kib=4194304\n",
                "cpus=2\ntopology=1 2 1\n",
                "cpus=two\ntopology=1 2 1\nmemory-kib=4194304\n",
                "cpus=2\ntopology=1 2 1\nmemory-kib=4194304\nfirmware=BIOS NodeName=x\n")) {
            assertEquals(body, Optional.empty(), read(summary(body)));
        }
    }

    @Test
    public void coresThatAreNotAlikeHaveNoTopology() {
        for (String topology : List.of(
                "",
                "topology=0 2 1\n",
                "topology=1 2 99999\n",
                "topology=1 2 1 x\n",
                "topology=9 9 9\n",
                "topology=9999 9999 9999\n",
                "vendor=9 CPU (9x9x9), 9.0 GiB RAM, BIOS, 9 disks\n")) {
            Hardware hardware =
                    read(summary("cpus=2\nmemory-kib=4194304\n" + topology)).orElseThrow();
            assertEquals(topology, Optional.empty(), hardware.topology());
            assertEquals(2, hardware.cpus());
        }
    }

    @Test
    public void whatANodeSaidLastHoldsWhileItBootsAgain() {
        FakeJournal journal = new FakeJournal();
        record(journal, 1000, BootEvent.HARDWARE, "4 CPU (1x4x1), 8.0 GiB RAM, BIOS, 0 disks");
        record(journal, 2000, BootEvent.HARDWARE, "8 CPU (1x4x2), 16.0 GiB RAM, BIOS, 0 disks");
        record(journal, 3000, "load Perceus OS", "4 CPU (9x9x9), 8.0 GiB RAM, BIOS, 0 disks");
        ReportedHardware inventory = new ReportedHardware(journal);
        assertEquals(8, inventory.of(Samples.MAC).orElseThrow().cpus());
        inventory.report(Samples.MAC, "2 CPU, 16.0 GiB RAM, BIOS, 0 disks");
        assertEquals(2, inventory.of(Samples.MAC).orElseThrow().cpus());
        inventory.report(Samples.MAC, "0 disks");
        assertEquals(2, inventory.of(Samples.MAC).orElseThrow().cpus());
    }

    @Test
    public void aMachineThatReportsAfterItWasAskedForIsKnown() {
        ReportedHardware inventory = new ReportedHardware(new FakeJournal());
        assertEquals(Optional.empty(), inventory.of(Samples.MAC));
        inventory.report(Samples.MAC, "2 CPU, 16.0 GiB RAM, BIOS, 0 disks");
        assertEquals(2, inventory.of(Samples.MAC).orElseThrow().cpus());
    }

    @Test
    public void machinesThatHaveTheSameShareIt() {
        ReportedHardware inventory = new ReportedHardware(new FakeJournal());
        MacAddress other = MacAddress.parse("52:54:00:00:00:99");
        for (MacAddress mac : List.of(Samples.MAC, other)) {
            inventory.report(mac, "Dell, 2 CPU (1x2x1), 16.0 GiB RAM, BIOS, 0 disks");
        }
        assertSame(inventory.of(Samples.MAC).orElseThrow(), inventory.of(other).orElseThrow());
    }

    private static Optional<Hardware> read(String summary) {
        ReportedHardware inventory = new ReportedHardware(new FakeJournal());
        inventory.report(Samples.MAC, summary);
        return inventory.of(Samples.MAC);
    }

    private static void record(FakeJournal journal, long started, String step, String detail) {
        Instant at = Instant.ofEpochMilli(started);
        BootEvent event = new BootEvent(at, NodeState.PROVISIONING, step, Optional.of(detail));
        journal.record(new BootId(Samples.MAC, started), event, false);
        journal.prove(new BootId(Samples.MAC, started));
    }

    private static String summary(String body) {
        return HardwareReport.of(KeyValues.parse(body.getBytes(StandardCharsets.UTF_8)))
                .summary();
    }
}
