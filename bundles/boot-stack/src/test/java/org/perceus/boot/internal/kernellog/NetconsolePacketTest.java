package org.perceus.boot.internal.kernellog;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.Test;

public class NetconsolePacketTest {
    @Test
    public void plainTextIsLines() {
        assertEquals(
                List.of("[    1.2] Kernel panic - not syncing: no init", "[    1.3] end"),
                lines("[    1.2] Kernel panic - not syncing: no init\n[    1.3] end\n"));
        assertEquals("a level as printk has it", List.of("eth0: link up"), lines("<6>eth0: link up\n"));
    }

    @Test
    public void theExtendedHeaderAndPropertiesAreNoText() {
        assertEquals(List.of("Kernel panic"), lines("0,371,9000000,-;Kernel panic\n SUBSYSTEM=pci\n DEVICE=+pci:0\n"));
        assertEquals(List.of("a part"), lines("6,416,1758426,-,ncfrag=0/33;a part"));
        assertEquals(List.of("with a caller"), lines("6,1,2,c,caller=T1;with a caller"));
        assertEquals(List.of("with its release"), lines("6.4.0-rc1,13,635,3353789,-,caller=T1;with its release\n"));
        assertEquals(List.of("4,3,not a header; text"), lines("4,3,not a header; text\n"));
    }

    @Test
    public void controlsAndOtherOctetsAreTakenOut() {
        assertEquals(List.of("a [31mb   c"), lines("\u0007a\u001b[31mb\u0000\u202e c\r\n\n \u0001 \n"));
        assertEquals(List.of(), lines(""));
        byte[] wild = new byte[8192];
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            random.nextBytes(wild);
            for (String line : NetconsolePacket.lines(ByteBuffer.wrap(wild))) {
                assertTrue(line.chars().noneMatch(Character::isISOControl));
            }
        }
    }

    private static List<String> lines(String datagram) {
        return NetconsolePacket.lines(ByteBuffer.wrap(datagram.getBytes(StandardCharsets.UTF_8)));
    }
}
