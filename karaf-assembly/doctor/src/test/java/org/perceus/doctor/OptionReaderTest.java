package org.perceus.doctor;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class OptionReaderTest {
    @Test
    public void readsAll() {
        Options options = OptionReader.read(
                List.of("--json", "--quick", "--ntp", "a", "--ntp", "b", "--server", "10.10.0.1", "eth1"));
        assertTrue(options.json() && options.quick() && !options.progress());
        assertEquals(List.of("a", "b"), options.ntp());
        assertEquals(Optional.of(Fakes.SERVER), options.server());
        assertEquals(Optional.of("eth1"), options.device());
    }

    @Test
    public void eachWrongWordGetsASentence() {
        assertEquals("there is no option '--fix': see perceus doctor --help", refused("--fix"));
        assertEquals("--server needs a value", refused("--server"));
        assertEquals("'boot' is no IPv4 address", refused("--server", "boot"));
        assertEquals("--ntp is a host or an address, not '-x'", refused("--ntp", "-x"));
        assertEquals("'eth1;reboot' is no name of a network device such as eth1", refused("eth1;reboot"));
        assertEquals(
                "one device is examined at a time, or all without a name: not 'eth1' and 'eth2'",
                refused("eth1", "eth2"));
    }

    @Test
    public void helpsAndRefuses() {
        assertTrue(printed(0, "--help").startsWith("usage: perceus doctor"));
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
