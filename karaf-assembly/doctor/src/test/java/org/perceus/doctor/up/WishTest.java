package org.perceus.doctor.up;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.doctor.site.DhcpMode;

public class WishTest {
    @Test
    public void readsAll() {
        Wish wish = Wish.read(List.of("--full", "--pool", "10.0.0.5-10.0.0.9", "--yes", "--dry-run", "eth1"));
        assertTrue(wish.yes() && wish.dryRun() && !wish.terminal());
        assertEquals("eth1", wish.device());
        assertEquals(Optional.of(DhcpMode.FULL), wish.mode());
        assertEquals("10.0.0.5-10.0.0.9", wish.pool().orElseThrow().toString());
    }

    @Test
    public void eachWrongWordGetsASentence() {
        assertEquals("name the network device to serve, as in: perceus up eth1", refused());
        assertEquals("there is no option '--force': see perceus up --help", refused("--force", "eth1"));
        assertEquals("--full and --proxy exclude each other", refused("--full", "--proxy", "eth1"));
        assertEquals("--pool needs a value such as 10.10.0.100-10.10.0.199", refused("eth1", "--pool"));
        assertEquals("'../x' is no name of a network device such as eth1", refused("../x"));
        assertEquals("one device is served at a time: not 'a' and 'b'", refused("a", "b"));
        assertTrue(refused("--proxy", "--pool", "10.0.0.5-10.0.0.9", "eth1").startsWith("with --proxy another"));
    }

    @Test
    public void helpsAndRefuses() {
        assertTrue(printed(0, "--help").startsWith("usage: perceus up DEVICE"));
        assertEquals("", printed(2, "--nonsense"));
    }

    private static String refused(String... words) {
        return assertThrows(IllegalArgumentException.class, () -> Wish.read(List.of(words)))
                .getMessage();
    }

    private static String printed(int code, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertEquals(code, Main.run(List.of(words), new PrintStream(out, true, StandardCharsets.UTF_8), nowhere));
        return out.toString(StandardCharsets.UTF_8);
    }
}
