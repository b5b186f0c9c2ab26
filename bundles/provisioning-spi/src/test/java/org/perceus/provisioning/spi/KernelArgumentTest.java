package org.perceus.provisioning.spi;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.junit.Test;

public class KernelArgumentTest {
    @Test
    public void itIsOneWordOfTheCommandLine() {
        assertEquals("console=ttyS0,115200n8", new KernelArgument("console", "ttyS0,115200n8").toString());
        assertEquals("a.b_c-d=x=$(y);z", new KernelArgument("a.b_c-d", "x=$(y);z").toString());
    }

    @Test
    public void whatWouldBeMoreIsRefused() {
        for (String value :
                List.of("", "a b", "a\tb", "a\nb", "a\"b", "a'b", "a\\b", "\u00e4", "a\u0000", "x".repeat(257))) {
            assertThrows(value, IllegalArgumentException.class, () -> new KernelArgument("console", value));
        }
        for (String name : List.of("", "a b", "a=b", "1a", "-a", "\u00e4", "a\"", "a".repeat(65))) {
            assertThrows(name, IllegalArgumentException.class, () -> new KernelArgument(name, "x"));
        }
    }

    @Test
    public void aShareOfArgumentsAloneIsAShare() {
        NodeScript script = NodeScript.builder()
                .kernelArgument(new KernelArgument("a", "b"))
                .build();
        assertEquals(List.of(new KernelArgument("a", "b")), script.kernelArguments());
        assertEquals("", script.text());
        assertEquals(List.of(), NodeScript.nothing().kernelArguments());
    }
}
