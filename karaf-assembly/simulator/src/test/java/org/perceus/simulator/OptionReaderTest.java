package org.perceus.simulator;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.Test;
import org.perceus.simulator.dhcp.Persona;
import org.perceus.simulator.http.Portion;

public class OptionReaderTest {
    @Test
    public void withoutWordsAHundredNodesAreSimulated() {
        Options options = OptionReader.read(List.of());
        assertEquals(100, options.nodes());
        assertEquals("02:50:00:00:00:63", options.mac(99).toString());
        assertEquals(new Portion(1024), options.behaviour().portion());
        assertEquals(Persona.BIOS, options.behaviour().firmware());
        assertTrue(options.relay().isEmpty());
    }

    @Test
    public void readsAll() {
        Options options = OptionReader.read(List.of(
                "--nodes",
                "30000",
                "--first-mac",
                "02:AA:00:00:00:ff",
                "--image",
                "20",
                "--relay",
                "10.0.0.2",
                "--server",
                "10.0.0.1",
                "--firmware",
                "uefi",
                "--json",
                "--delay",
                "1500"));
        assertEquals("02:aa:00:00:01:00", options.mac(1).toString());
        assertEquals(new Portion(20_000_000), options.behaviour().portion());
        assertEquals("10.0.0.1", options.relay().orElseThrow().server().getHostAddress());
        assertEquals(1500, options.delayMillis());
    }

    @Test
    public void eachWrongWordGetsASentence() {
        assertEquals("there is no option '--node': see perceus simulate --help", refused("--node", "3"));
        assertEquals("--nodes needs a value", refused("--nodes"));
        assertEquals("--nodes is a number from 1 to 100000, not '-1'", refused("--nodes", "-1"));
        assertEquals("--nodes is a number from 1 to 100000, not '0'", refused("--nodes", "0"));
        assertEquals("--firmware is bios or uefi, not 'efi'", refused("--firmware", "efi"));
        assertEquals(
                "--first-mac is the address of a card, such as 02:50:00:00:00:00, not '01:00:00:00:00:00'",
                refused("--first-mac", "01:00:00:00:00:00"));
        assertEquals(
                "--relay and --server go together: the address of this host, and whom to ask",
                refused("--relay", "10.0.0.2"));
        assertEquals("--server is an IPv4 address, not 'boot'", refused("--relay", "10.0.0.2", "--server", "boot"));
    }

    @Test
    public void listsItsNodesForAnImport() {
        assertEquals(
                "mac,group\n02:50:00:00:00:00,simulated\n02:50:00:00:00:01,simulated\n",
                printed(0, "--list", "--nodes", "2"));
        assertTrue(printed(0, "--help").startsWith("usage: perceus simulate"));
        assertEquals("", printed(2, "--nonsense"));
    }

    private static String refused(String... words) {
        return assertThrows(IllegalArgumentException.class, () -> OptionReader.read(List.of(words)))
                .getMessage();
    }

    private static String printed(int code, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertEquals(code, Main.run(List.of(words), new PrintStream(out, true, StandardCharsets.UTF_8), nowhere));
        return out.toString(StandardCharsets.UTF_8);
    }
}
