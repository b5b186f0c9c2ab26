package org.perceus.provisioning.internal.boot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.BootClient;
import org.perceus.boot.BootClient.Purpose;
import org.perceus.boot.DhcpRole;
import org.perceus.boot.Firmware;
import org.perceus.boot.Firmware.Architecture;
import org.perceus.boot.Firmware.Loader;
import org.perceus.boot.HardwareAddress;
import org.perceus.node.MacAddress;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.os.TestRelease;
import org.perceus.provisioning.internal.served.FakeInterface;

/** What machines are told to boot, by what their firmware is, also beside another server. */
public class BootProgramPolicyTest extends BootPolicyTestCase {
    private BootAnswer beside(MacAddress mac, Loader loader, Architecture architecture) throws Exception {
        return ask(new BootClient(
                new HardwareAddress(mac.value()),
                new Firmware(loader, architecture),
                Samples.LINK,
                Optional.empty(),
                1,
                Purpose.FIND,
                DhcpRole.PROXY,
                Samples.SERVER));
    }

    @Test
    public void noProgramOfAnotherMachineIsOfferedToUBoot() throws Exception {
        String why = "it is Arm with U-Boot, for which Perceus OS has no boot program that U_BOOT loads";
        BootClient arm = client(UNKNOWN.value(), Loader.U_BOOT, Architecture.ARM_UBOOT, Samples.LINK, Optional.empty());
        assertEquals(why, missing(ask(arm)));
        assertEquals(why, rig.sightings.list().get(0).sentence());
        assertBootless(
                "x86 with a BIOS, for which Perceus OS has no boot program that U_BOOT loads",
                ask(Loader.U_BOOT, Architecture.BIOS));
        assertEquals("no boot begins", List.of(), journal.lines(Samples.MAC));
    }

    @Test
    public void withoutTftpPxeIsOfferedNothingAndHttpBootIs() throws Exception {
        interfaces.bind(new FakeInterface("eth1", Samples.LINK, List.of("dhcp", "http")));
        String why = "n0001 boots by PXE, which loads its program by TFTP, and eth1 serves no TFTP";
        BootAnswer rom = ask(Loader.PXE, Architecture.UEFI_X64);
        assertEquals(why, missing(rom));
        assertEquals(Samples.ADDRESS, lease(rom).address());
        assertEquals(why, rig.sightings.list().get(0).sentence());
        assertEquals("no boot begins", List.of(), journal.lines(Samples.MAC));
        BootAnswer.Serve http = (BootAnswer.Serve) ask(Loader.UEFI_HTTP, Architecture.UEFI_X64);
        assertEquals(
                Optional.of(Samples.SERVER + "/boot/snponly.efi"),
                http.program().file());
        assertEquals("it is served after all", List.of(), rig.sightings.list());
        BootAnswer.Serve ipxe = (BootAnswer.Serve) ask(Loader.IPXE, Architecture.UEFI_X64);
        assertTrue(ipxe.program().file().isPresent());
        leaveTheAddressesToAnother();
        assertIgnored(why, beside(Samples.MAC, Loader.PXE, Architecture.BIOS));
    }

    @Test
    public void besideAnotherServerMachinesAreToldWhatToBoot() throws Exception {
        leaveTheAddressesToAnother();
        assertEquals(served(Optional.empty(), "undionly.kpxe"), beside(Samples.MAC, Loader.PXE, Architecture.BIOS));
        assertEquals(List.of("booting firmware: PXE on BIOS"), journal.lines(Samples.MAC));
        assertEquals(
                served(Optional.empty(), Samples.SERVER + "/boot/mac/52-54-00-12-34-56/ipxe"),
                beside(Samples.MAC, Loader.IPXE, Architecture.BIOS));
        assertEquals(
                served(Optional.empty(), Samples.SERVER + "/boot/snponly.efi"),
                beside(UNKNOWN, Loader.UEFI_HTTP, Architecture.UEFI_X64));
        assertEquals("nothing is kept of who is no node", List.of(), journal.lines(UNKNOWN));
        assertIgnored(
                "it is x86 with 32-bit UEFI, for which Perceus OS has no boot program that PXE loads",
                beside(UNKNOWN, Loader.PXE, Architecture.UEFI_IA32));
        registry.with(Samples.node("boot", "disk"));
        assertIgnored("n0001 starts from its disk", beside(Samples.MAC, Loader.PXE, Architecture.BIOS));
    }

    @Test
    public void aPoolBesideAnotherServerIsAMistake() throws Exception {
        assertIgnored(
                "network cluster has a pool, but its interface leaves the addresses to another server",
                beside(UNKNOWN, Loader.PXE, Architecture.BIOS));
    }

    @Test
    public void whatAPacketAsksForIsNoAddressWhereAnotherServerGivesThem() throws Exception {
        leaveTheAddressesToAnother();
        registry.with(Samples.node().at(Optional.empty()));
        assertIgnored(
                "node n0001 has no address",
                ask(client(
                        Samples.MAC.value(),
                        Loader.PXE,
                        Architecture.BIOS,
                        Samples.LINK,
                        Optional.of(Samples.ADDRESS))));
    }

    @Test
    public void eachFirmwareGetsItsProgram() throws Exception {
        assertEquals(Optional.of("undionly.kpxe"), file(Loader.PXE, Architecture.UNKNOWN));
        assertEquals(Optional.of("snponly.efi"), file(Loader.PXE, Architecture.UEFI_X64));
        assertEquals(Optional.of("snponly-arm64.efi"), file(Loader.PXE, Architecture.UEFI_ARM64));
        String base = Samples.SERVER + "/boot/";
        assertEquals(Optional.of(base + "snponly.efi"), file(Loader.UEFI_HTTP, Architecture.UEFI_X64));
        assertEquals(Optional.of(base + "snponly-arm64.efi"), file(Loader.UEFI_HTTP, Architecture.UEFI_ARM64));
    }

    @Test
    public void httpFirmwareNeverGetsAProgramForABios() throws Exception {
        for (Architecture architecture : List.of(Architecture.UNKNOWN, Architecture.BIOS)) {
            assertBootless(
                    architecture.machine() + ", for which Perceus OS has no boot program that UEFI_HTTP loads",
                    ask(Loader.UEFI_HTTP, architecture));
        }
    }

    @Test
    public void noMachineGetsAProgramOfAnother() throws Exception {
        for (Architecture architecture : List.of(
                Architecture.UEFI_IA32,
                Architecture.UEFI_ARM32,
                Architecture.ARM_UBOOT,
                Architecture.POWER,
                Architecture.UEFI_RISCV,
                Architecture.UEFI_LOONGARCH,
                Architecture.OTHER)) {
            for (Loader loader : List.of(Loader.PXE, Loader.UEFI_HTTP, Loader.IPXE)) {
                assertBootless(
                        architecture.machine() + ", for which Perceus OS has no boot program that " + loader + " loads",
                        ask(loader, architecture));
            }
        }
    }

    @Test
    public void ipxeIsToldWhereItsScriptIsAndNothingThatProvesAnything() throws Exception {
        ask(Loader.PXE, Architecture.BIOS);
        assertEquals(
                Optional.of("http://10.10.0.1:9870/boot/mac/52-54-00-12-34-56/ipxe"),
                file(Loader.IPXE, Architecture.BIOS));
    }

    @Test
    public void theSecondChoiceIsTakenWhenTheFirstIsMissing() throws Exception {
        var os = folder.getRoot().toPath().resolve("other-os");
        TestRelease.write(os, "1", List.of("ipxe.pxe", "ipxe.efi"));
        policy = policy(TestRelease.open(os));
        assertEquals(Optional.of("ipxe.pxe"), file(Loader.PXE, Architecture.BIOS));
        assertEquals(Optional.of("ipxe.efi"), file(Loader.PXE, Architecture.UEFI_X64));
        assertBootless(
                "64-bit Arm with UEFI, for which Perceus OS has no boot program that PXE loads",
                ask(Loader.PXE, Architecture.UEFI_ARM64));
    }

    @Test
    public void withoutPerceusOsNobodyBoots() throws Exception {
        policy = policy(TestRelease.missing(folder.getRoot().toPath()));
        assertIgnored("no Perceus OS is installed", ask(Loader.PXE, Architecture.BIOS));
        assertIgnored("no Perceus OS is installed", ask(Loader.IPXE, Architecture.BIOS));
        assertEquals(List.of(), journal.lines(Samples.MAC));
    }
}
