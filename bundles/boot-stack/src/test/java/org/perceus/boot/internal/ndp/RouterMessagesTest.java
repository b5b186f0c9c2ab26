package org.perceus.boot.internal.ndp;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.HexFormat;
import java.util.Random;
import org.junit.Test;

public class RouterMessagesTest {
    /** From the iPXE ROM of a virtual network card: with its link-layer address as the one option. */
    private static final String OF_IPXE = "8500 abcd 00000000 0101 02e95c0a610c";

    @Test
    public void solicitationsOfIpxeAndWithoutOptionsAreValid() {
        assertTrue(RouterMessages.isSolicitation(bytes(OF_IPXE)));
        assertTrue(RouterMessages.isSolicitation(bytes("8500 0000 00000000")));
    }

    @Test
    public void othersAreNot() {
        for (String message : new String[] {
            "",
            "85",
            "8500 0000 000000",
            "8600 0000 00000000",
            "8501 0000 00000000",
            "8500 0000 00000000 0100 02e95c0a610c",
            "8500 0000 00000000 0102 02e95c0a610c",
            "8500 0000 00000000 01"
        }) {
            assertFalse(message, RouterMessages.isSolicitation(bytes(message)));
        }
    }

    @Test
    public void whateverComesIsReadWithoutAFault() {
        Random random = new Random(4861);
        for (int i = 0; i < 20_000; i++) {
            byte[] message = new byte[random.nextInt(64)];
            random.nextBytes(message);
            if (message.length > 1) {
                message[0] = (byte) 133;
                message[1] = 0;
            }
            RouterMessages.isSolicitation(message);
        }
    }

    @Test
    public void linkLocalIsFe80Slash10() {
        assertTrue(RouterMessages.isLinkLocal(bytes("fe80 0000 0000 0000 00e9 5cff fe0a 610c")));
        assertTrue(RouterMessages.isLinkLocal(bytes("febf 0000 0000 0000 0000 0000 0000 0001")));
        assertFalse(RouterMessages.isLinkLocal(bytes("fec0 0000 0000 0000 0000 0000 0000 0001")));
        assertFalse(RouterMessages.isLinkLocal(new byte[16]));
        assertFalse(RouterMessages.isLinkLocal(bytes("2001 0db8 0000 0000 0000 0000 0000 0001")));
    }

    @Test
    public void theAdvertisementOffersNothing() {
        assertArrayEquals(bytes("8600 0000 00 00 0000 00000000 00000000"), RouterMessages.emptyAdvertisement());
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
