package org.perceus.provisioning.spi.hardware;

import static org.junit.Assert.assertEquals;

import java.util.Optional;
import org.junit.Test;

public class SlurmNodeTest {
    private static final Optional<String> ADDRESS = Optional.of("10.10.0.101");

    @Test
    public void aNodeHasWhatItsMachineSaid() {
        Optional<Hardware> machine = machine(Optional.of(new CpuTopology(2, 16, 2)));
        String what = " CPUs=64 Sockets=2 CoresPerSocket=16 ThreadsPerCore=2 RealMemory=253662";
        assertEquals("NodeName=n1 NodeAddr=10.10.0.101" + what, SlurmNode.line("n1", ADDRESS, machine));
        assertEquals("NodeName=n1" + what, SlurmNode.line("n1", Optional.empty(), machine));
    }

    @Test
    public void whatSlurmCannotHaveSoIsAComment() {
        assertEquals("# n1 has not said what it has: boot it once", SlurmNode.line("n1", ADDRESS, Optional.empty()));
        assertEquals(
                "# n1 has cores that are not all alike: write its line by hand",
                SlurmNode.line("n1", ADDRESS, machine(Optional.empty())));
    }

    private static Optional<Hardware> machine(Optional<CpuTopology> topology) {
        return Optional.of(new Hardware("Dell, R650", 64, topology, 253_662, Optional.of("UEFI"), 1));
    }
}
