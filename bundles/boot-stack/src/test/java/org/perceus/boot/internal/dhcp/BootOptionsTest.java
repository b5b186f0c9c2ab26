package org.perceus.boot.internal.dhcp;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.Optional;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.BootProgram;

/** What real firmware is told to boot. */
public class BootOptionsTest {
    private static DhcpMessage offer(DhcpMessage request, BootProgram program) {
        ClientMessage.Query query = (ClientMessage.Query) new MessageClassifier(Policies.SERVER).read(request);
        Response response = new Replier(Policies.SERVER).reply(query, Policies.serve("10.0.0.9", program));
        return ((Response.Reply) response).message();
    }

    private static DhcpMessage offer(String capture, String file) {
        return offer(Captures.message(capture), new BootProgram.File(file));
    }

    @Test
    public void biosPxeLoadsAtOnce() {
        DhcpMessage pxe = Packet.of(1)
                .option(60, "PXEClient:Arch:00000:UNDI:002001")
                .option(93, 0, 0)
                .message();
        DhcpMessage offer = offer(pxe, new BootProgram.File("undionly.kpxe"));
        assertEquals("undionly.kpxe", offer.file());
        assertEquals(Optional.of("undionly.kpxe"), offer.options().text(OptionCode.BOOT_FILE));
        assertEquals(Optional.of("10.0.0.1"), offer.options().text(OptionCode.TFTP_SERVER));
        assertEquals(Optional.of("PXEClient"), offer.options().text(OptionCode.VENDOR_CLASS));
        assertEquals(Optional.of(Octets.of(6, 1, 8, 255)), offer.options().get(OptionCode.VENDOR_SPECIFIC));
    }

    @Test
    public void uefiPxeGetsPlainDhcpWithABootFile() {
        DhcpMessage offer = offer("uefi-pxe-discover", "ipxe.efi");
        assertEquals("ipxe.efi", offer.file());
        assertEquals(Policies.SERVER_ADDRESS, offer.siaddr());
        assertFalse(offer.options().has(OptionCode.VENDOR_CLASS));
        assertFalse(offer.options().has(OptionCode.VENDOR_SPECIFIC));
    }

    @Test
    public void uefiHttpBootGetsAUrlAndItsVendorClass() {
        DhcpMessage offer = offer("uefi-http-discover", "http://10.0.0.1:9870/boot/ipxe.efi");
        assertEquals(Optional.of("HTTPClient"), offer.options().text(OptionCode.VENDOR_CLASS));
        assertEquals(
                Optional.of("http://10.0.0.1:9870/boot/ipxe.efi"),
                offer.options().text(OptionCode.BOOT_FILE));
        assertFalse(offer.options().has(OptionCode.TFTP_SERVER));
    }

    @Test
    public void ipxeDoesNotWaitForAProxy() {
        for (String capture : new String[] {"bios-ipxe-rom-discover", "uefi-ipxe-discover"}) {
            DhcpMessage offer = offer(capture, "http://10.0.0.1:9870/boot/x/ipxe");
            assertEquals(Optional.of(Octets.of(176, 1, 1)), offer.options().get(OptionCode.IPXE));
            assertFalse(offer.options().has(OptionCode.VENDOR_CLASS));
            assertEquals("http://10.0.0.1:9870/boot/x/ipxe", offer.file());
        }
    }

    @Test
    public void aLongUrlStandsInItsOptionAlone() {
        String url = "http://10.0.0.1:9870/boot/" + "c".repeat(128) + "/ipxe";
        DhcpMessage offer = offer("uefi-ipxe-discover", url);
        assertEquals("", offer.file());
        assertEquals(Optional.of(url), offer.options().text(OptionCode.BOOT_FILE));
    }

    @Test
    public void withoutABootFileNothingIsSaidOfBooting() {
        DhcpMessage offer = offer(Captures.message("uefi-pxe-discover"), BootProgram.NOTHING);
        assertEquals(Ipv4Address.NONE, offer.siaddr());
        assertEquals("", offer.file());
        assertFalse(offer.options().has(OptionCode.BOOT_FILE));
        assertFalse(offer.options().has(OptionCode.TFTP_SERVER));
    }
}
