package org.perceus.provisioning.internal.http;

import static org.junit.Assert.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.NodeState;
import org.perceus.provisioning.NodeHardware;
import org.perceus.provisioning.internal.FakeJournal;
import org.perceus.provisioning.internal.Samples;

public class HardwareReportTest {
    @Test
    public void whatAMachineHasIsReadFromWhatWasWritten() {
        String summary =
                summary("vendor=Dell\ncpus=64\ntopology=2 16 2\nmemory-kib=263921664\nfirmware=uefi\ndisk=a\n");
        assertEquals("Dell, 64 CPU (2x16x2), 251.7 GiB RAM, UEFI, 1 disks", summary);
        NodeHardware hardware = HardwareReport.read(summary).orElseThrow();
        assertEquals(new NodeHardware(2, 16, 2, 253_662), hardware);
        assertEquals(64, hardware.cpus());
    }

    @Test
    public void itIsNeverMoreThanTheMachineHas() {
        for (long kib : new long[] {1 << 20, 1_000_000, 4_005_000, 263_921_664, 3_999_999}) {
            String summary = summary("cpus=1\ntopology=1 1 1\nmemory-kib=" + kib + "\n");
            long mib = HardwareReport.read(summary).orElseThrow().memoryMib();
            assertEquals(summary, true, mib <= kib >> 10 && mib > (kib >> 10) * 8 / 10);
        }
    }

    @Test
    public void aMachineThatDoesNotTellIsNotKnown() {
        for (String body : List.of(
                "cpus=2\nmemory-kib=4194304\n",
                "topology=1 2 1\nmemory-kib=4194304\n",
                "cpus=2\ntopology=1 2 1\n",
                "cpus=2\ntopology=0 2 1\nmemory-kib=4194304\n",
                "cpus=2\ntopology=1 2 99999\nmemory-kib=4194304\n",
                "cpus=2\ntopology=1 2 1 x\nmemory-kib=4194304\n",
                "vendor=9 CPU (9x9x9), 9.0 GiB RAM, BIOS, 9 disks\ncpus=2\nmemory-kib=4194304\n",
                "cpus=2\ntopology=1 2 1\nmemory-kib=4194304\nfirmware=BIOS NodeName=x\n")) {
            assertEquals(body, Optional.empty(), HardwareReport.read(summary(body)));
        }
    }

    @Test
    public void whatANodeSaidLastHoldsWhileItBootsAgain() {
        FakeJournal journal = new FakeJournal();
        ReportedHardware inventory = new ReportedHardware(journal);
        assertEquals(Optional.empty(), inventory.of(Samples.MAC));
        record(journal, 1000, ScriptDesk.STEP, "4 CPU (1x4x1), 8.0 GiB RAM, BIOS, 0 disks");
        record(journal, 2000, ScriptDesk.STEP, "8 CPU (1x4x2), 16.0 GiB RAM, BIOS, 0 disks");
        record(journal, 3000, "load Perceus OS", "4 CPU (9x9x9), 8.0 GiB RAM, BIOS, 0 disks");
        assertEquals(8, inventory.of(Samples.MAC).orElseThrow().cpus());
    }

    private static void record(FakeJournal journal, long started, String step, String detail) {
        Instant at = Instant.ofEpochMilli(started);
        BootEvent event = new BootEvent(at, NodeState.PROVISIONING, step, Optional.of(detail));
        journal.record(new BootId(Samples.MAC, started), event, false);
    }

    private static String summary(String body) {
        return HardwareReport.of(KeyValues.parse(body.getBytes(StandardCharsets.UTF_8)))
                .summary();
    }
}
