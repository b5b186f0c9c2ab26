package org.perceus.provisioning.internal.script;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.perceus.provisioning.spi.KernelArgument;

public class KernelLineTest {
    private static final List<KernelArgument> CONSOLES =
            List.of(new KernelArgument("console", "ttyS1,115200"), new KernelArgument("console", "tty0"));

    @Test
    public void whatIsAddedTakesThePlaceOfItsName() {
        assertEquals("panic=10 console=ttyS1,115200 console=tty0", with("console=tty0  panic=10 console=ttyS0"));
        assertEquals("console=ttyS1,115200 console=tty0", with("console= \"console=a b\" console"));
        assertEquals("consoles=1 noconsole console=ttyS1,115200 console=tty0", with("consoles=1 noconsole"));
        assertEquals("console=ttyS1,115200 console=tty0", with(""));
    }

    @Test
    public void wordsInQuotesStayWhole() {
        assertEquals(
                "dyndbg=\"file a console=x +p\" \"q console=x\" console=ttyS1,115200 console=tty0",
                with("dyndbg=\"file a console=x +p\" \"q console=x\""));
        assertEquals("x=\"open console=y console=ttyS1,115200 console=tty0", with("x=\"open console=y"));
    }

    @Test
    public void aLineWithoutAdditionsIsAsItWas() {
        assertEquals("  a  \"b ", KernelLine.with("  a  \"b ", List.of()));
    }

    private static String with(String line) {
        return KernelLine.with(line, CONSOLES);
    }
}
