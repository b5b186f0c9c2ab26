package org.perceus.boot.internal.dhcp;

import static org.junit.Assert.assertEquals;

import org.junit.Test;
import org.perceus.boot.Firmware;
import org.perceus.boot.Firmware.Architecture;
import org.perceus.boot.Firmware.Loader;

public class ClientFirmwareTest {
    private static void says(Packet packet, Loader loader, Architecture architecture) {
        assertEquals(
                new Firmware(loader, architecture),
                ClientFirmware.of(packet.message().options()));
    }

    private static Packet pxe(int architecture) {
        return Packet.of(1).option(60, "PXEClient:Arch:00000:UNDI:002001").option(93, 0, architecture);
    }

    private static Packet ipxe(int architecture) {
        return pxe(architecture).option(77, "iPXE");
    }

    @Test
    public void tellsRealClientsApart() {
        real("bios-ipxe-rom-discover", Loader.IPXE, Architecture.BIOS);
        real("uefi-pxe-discover", Loader.PXE, Architecture.UEFI_X64);
        real("uefi-http-discover", Loader.UEFI_HTTP, Architecture.UEFI_X64);
        real("uefi-ipxe-discover", Loader.IPXE, Architecture.UEFI_X64);
        real("udhcpc-discover", Loader.NONE, Architecture.UNKNOWN);
    }

    @Test
    public void anArchitectureThatSaysNothingIsThatOfTheVendorClass() {
        Packet pxe = Packet.of(1).option(60, "PXEClient:Arch:00007:UNDI:003016");
        says(pxe.option(93, 7), Loader.PXE, Architecture.UEFI_X64);
        says(Packet.of(1).option(60, "PXEClient").option(93), Loader.PXE, Architecture.UNKNOWN);
        says(Packet.of(1).option(60, "PXEClient").option(93, 0, 7, 0), Loader.PXE, Architecture.UEFI_X64);
    }

    private static void real(String capture, Loader loader, Architecture architecture) {
        assertEquals(
                capture,
                new Firmware(loader, architecture),
                ClientFirmware.of(Captures.message(capture).options()));
    }

    @Test
    public void knowsTheArchitecturesOfPxe() {
        says(pxe(0x00), Loader.PXE, Architecture.BIOS);
        says(pxe(0x07), Loader.PXE, Architecture.UEFI_X64);
        says(pxe(0x09), Loader.PXE, Architecture.UEFI_X64);
        says(pxe(0x0b), Loader.PXE, Architecture.UEFI_ARM64);
    }

    @Test
    public void takesNoOtherMachineForAnX86() {
        says(pxe(0x06), Loader.PXE, Architecture.UEFI_IA32);
        says(pxe(0x0a), Loader.PXE, Architecture.UEFI_ARM32);
        says(pxe(0x0e), Loader.PXE, Architecture.POWER);
        says(pxe(0x15), Loader.PXE, Architecture.ARM_UBOOT);
        says(pxe(0x1b), Loader.PXE, Architecture.UEFI_RISCV);
        says(pxe(0x27), Loader.PXE, Architecture.UEFI_LOONGARCH);
        says(pxe(0x02), Loader.PXE, Architecture.OTHER);
        says(pxe(0x1f), Loader.PXE, Architecture.OTHER);
        says(pxe(0x77), Loader.PXE, Architecture.OTHER);
        says(Packet.of(1).option(60, "HTTPClient").option(93, 0, 0x0f), Loader.UEFI_HTTP, Architecture.UEFI_IA32);
        says(Packet.of(1).option(60, "HTTPClient").option(93, 0, 0x1c), Loader.UEFI_HTTP, Architecture.UEFI_RISCV);
    }

    @Test
    public void knowsUBootWhateverItRunsOn() {
        says(Packet.of(1).option(60, "U-Boot.armv8").option(93, 0, 22), Loader.U_BOOT, Architecture.ARM_UBOOT);
        says(Packet.of(1).option(60, "U-Boot.armv7").option(93, 0, 21), Loader.U_BOOT, Architecture.ARM_UBOOT);
        says(Packet.of(1).option(60, "U-Boot").option(93, 0, 0), Loader.U_BOOT, Architecture.BIOS);
    }

    @Test
    public void takesTheFirstArchitectureThatHasPrograms() {
        says(Packet.of(1).option(60, "PXEClient").option(93, 0, 6, 0, 7, 0, 0), Loader.PXE, Architecture.UEFI_X64);
    }

    @Test
    public void readsTheArchitectureFromTheVendorClassWithoutOption93() {
        says(Packet.of(1).option(60, "PXEClient:Arch:00007:UNDI:003016"), Loader.PXE, Architecture.UEFI_X64);
        says(Packet.of(1).option(60, "PXEClient:Arch:0000x:UNDI"), Loader.PXE, Architecture.UNKNOWN);
        says(Packet.of(1).option(60, "PXEClient:Arch:000"), Loader.PXE, Architecture.UNKNOWN);
        says(Packet.of(1).option(60, "PXEClient"), Loader.PXE, Architecture.UNKNOWN);
    }

    @Test
    public void knowsUefiHttpBoot() {
        for (int architecture : new int[] {0x10, 0x07, 0x09}) {
            says(
                    Packet.of(1).option(60, "HTTPClient:Arch:00016").option(93, 0, architecture),
                    Loader.UEFI_HTTP,
                    Architecture.UEFI_X64);
        }
        says(Packet.of(1).option(60, "HTTPClient").option(93, 0, 0x13), Loader.UEFI_HTTP, Architecture.UEFI_ARM64);
    }

    @Test
    public void knowsIpxeByBothFormsOfTheUserClass() {
        says(ipxe(0), Loader.IPXE, Architecture.BIOS);
        says(pxe(7).option(77, 4, 'i', 'P', 'X', 'E'), Loader.IPXE, Architecture.UEFI_X64);
        says(pxe(7).option(77, 2, 'a', 'b', 4, 'i', 'P', 'X', 'E'), Loader.IPXE, Architecture.UEFI_X64);
        says(pxe(7).option(77, 9, 'i', 'P', 'X', 'E'), Loader.PXE, Architecture.UEFI_X64);
        says(pxe(7).option(77, "other"), Loader.PXE, Architecture.UEFI_X64);
    }

    @Test
    public void chainsAnIpxeThatLacksWhatItNeeds() {
        int[] http = {0x13, 1, 1};
        says(ipxe(0).option(175, 0x13, 1, 1, 0x18, 1, 1), Loader.IPXE, Architecture.BIOS);
        says(ipxe(0).option(175, http), Loader.PXE, Architecture.BIOS);
        says(ipxe(0).option(175, 0x13, 1, 1, 0x24, 1, 1), Loader.PXE, Architecture.BIOS);
        says(ipxe(7).option(175, 0x13, 1, 1, 0x24, 1, 1), Loader.IPXE, Architecture.UEFI_X64);
        says(ipxe(7).option(175, 0x24, 1, 1, 0x13, 1, 0), Loader.PXE, Architecture.UEFI_X64);
        says(ipxe(7).option(175, 0x24, 9, 1), Loader.PXE, Architecture.UEFI_X64);
    }
}
