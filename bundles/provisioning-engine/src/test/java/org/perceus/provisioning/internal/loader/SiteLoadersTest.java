package org.perceus.provisioning.internal.loader;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.internal.os.TestRelease;

public class SiteLoadersTest {
    private static final URI SERVER = URI.create("http://10.10.0.1:9870");
    private static final String COMMANDS = "dhcp && chain http://10.10.0.1:9870/boot/ipxe || sleep 10 && reboot";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void pxelinuxStartsIpxe() throws Exception {
        for (String name : List.of("pxelinux.cfg/default", "tftpboot/pxelinux.cfg/default")) {
            assertEquals(
                    Optional.of("DEFAULT perceus\nPROMPT 0\nLABEL perceus\n  KERNEL 10.10.0.1::ipxe.lkrn\n  APPEND "
                            + COMMANDS + "\n"),
                    loaders("ipxe.lkrn").find(name, SERVER));
        }
    }

    @Test
    public void whatIsAskedForByOneMachineIsNotThere() throws Exception {
        for (String name : List.of(
                "pxelinux.cfg/564d7a2c-0000-11ee-be56-0242ac120002",
                "pxelinux.cfg/01-52-54-00-12-34-56",
                "pxelinux.cfg/0A0A0064",
                "pxelinux.cfg/default/x",
                "pxelinux.cfg/Default",
                "xgrub.cfgx",
                "grub.cfg-01-52-54-00-12-34-56",
                "")) {
            assertEquals(name, Optional.empty(), loaders("ipxe.lkrn").find(name, SERVER));
        }
    }

    @Test
    public void withoutAProgramThatTakesCommandsPxelinuxIsToldNothing() throws Exception {
        assertEquals(Optional.empty(), loaders("undionly.kpxe").find("pxelinux.cfg/default", SERVER));
        SiteLoaders without =
                new SiteLoaders(TestRelease.missing(folder.getRoot().toPath()));
        assertEquals(Optional.empty(), without.find("pxelinux.cfg/default", SERVER));
        assertEquals(Optional.empty(), without.find("grub.cfg", SERVER));
    }

    /** It asks for the second when there is no first, and for the default when there is neither. */
    @Test
    public void uBootOfAnotherMachineIsToldNoProgramOfX86() throws Exception {
        for (String name : List.of("pxelinux.cfg/default-arm-qemu-arm-qemu-arm", "boot/pxelinux.cfg/default-arm")) {
            String text = loaders("ipxe.lkrn").find(name, SERVER).orElseThrow();
            assertTrue(text, text.contains("Perceus has no system for this machine (arm)"));
            assertFalse(text, text.contains("ipxe"));
        }
        assertEquals(Optional.empty(), loaders("ipxe.lkrn").find("pxelinux.cfg/default-x86", SERVER));
    }

    @Test
    public void grubStartsIpxeFromABios() throws Exception {
        String quoted = "'" + COMMANDS.replace(" ", "' '") + "'";
        for (String name : List.of("grub.cfg", "boot/grub/grub.cfg", "EFI/debian/grub.cfg")) {
            String text = loaders("ipxe.lkrn").find(name, SERVER).orElseThrow();
            assertTrue(
                    text,
                    text.startsWith(
                            "if [ \"$grub_cpu-$grub_platform\" = i386-pc ]; then linux16 (tftp,10.10.0.1)/ipxe.lkrn "
                                    + quoted + "; boot; fi\necho "));
        }
        String nothing = loaders("ipxe.efi").find("grub.cfg", SERVER).orElseThrow();
        assertTrue(nothing, nothing.startsWith("echo \"Perceus: GRUB cannot go on from here"));
    }

    private SiteLoaders loaders(String... programs) throws IOException {
        var place = folder.getRoot().toPath().resolve("perceus-os");
        TestRelease.write(place, "1", List.of(programs));
        return new SiteLoaders(TestRelease.open(place));
    }
}
