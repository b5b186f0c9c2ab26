package org.perceus.shell.internal.node;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.junit.Test;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.testing.FakeSite;

public class ImportCheckTest {
    private final FakeSite site = FakeSite.sample();

    @Test
    public void newNodesAreGood() {
        assertEquals(List.of(), problems("52:54:00:00:01:01,a,10.10.0.20", "52:54:00:00:01:02,b,10.10.0.21"));
    }

    @Test
    public void aMacOfTheFileMustBeThereOnce() {
        assertEquals(
                List.of("line 2: the MAC address 52:54:00:00:01:01 is in line 1 already"),
                problems("52:54:00:00:01:01", "52-54-00-00-01-01"));
    }

    @Test
    public void aNameOfTheFileMustBeThereOnce() {
        assertEquals(
                List.of("line 2: the name a is in line 1 already"),
                problems("52:54:00:00:01:01,a", "52:54:00:00:01:02,A"));
    }

    @Test
    public void anAddressOfTheFileMustBeThereOnce() {
        assertEquals(
                List.of("line 2: the address 10.10.0.20 is in line 1 already"),
                problems("52:54:00:00:01:01,,10.10.0.20", "52:54:00:00:01:02,,10.10.0.20"));
    }

    @Test
    public void whatIsTakenNamesItsOwner() {
        assertEquals(
                List.of(
                        "line 1: the MAC address 52:54:00:00:00:01 belongs to n1",
                        "line 2: the name n2 belongs to n2",
                        "line 3: the address 10.10.0.110 belongs to n10"),
                problems("52:54:00:00:00:01", "52:54:00:00:01:02,n2", "52:54:00:00:01:03,,10.10.0.110"));
    }

    @Test
    public void anAddressMustBeInANetwork() {
        assertEquals(
                List.of("line 1: the address 192.168.7.7 is in no network of this site:"
                        + " 'perceus network list' shows them"),
                problems("52:54:00:00:01:01,,192.168.7.7"));
    }

    @Test
    public void allProblemsComeInOneFailure() {
        NodeFile file = NodeFile.parse(List.of("nonsense", "52:54:00:00:00:01"));
        CommandFailure failure = assertThrows(
                CommandFailure.class, () -> new ImportCheck(site.registry.snapshot()).requireGood(file, "nodes.csv"));
        assertEquals(
                "nothing was added: nodes.csv has 2 problems\n"
                        + "  line 1: 'nonsense' is not a MAC address: write six pairs of hexadecimal digits, as in"
                        + " 52:54:00:12:34:56\n"
                        + "  line 2: the MAC address 52:54:00:00:00:01 belongs to n1",
                failure.getMessage());
        assertEquals(1, failure.exitCode());
    }

    private List<String> problems(String... lines) {
        return new ImportCheck(site.registry.snapshot()).problems(NodeFile.parse(List.of(lines)));
    }
}
