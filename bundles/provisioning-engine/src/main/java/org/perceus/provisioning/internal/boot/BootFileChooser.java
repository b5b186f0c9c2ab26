package org.perceus.provisioning.internal.boot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.boot.BootClient;
import org.perceus.boot.Firmware;
import org.perceus.boot.Firmware.Architecture;
import org.perceus.boot.Firmware.Loader;
import org.perceus.node.MacAddress;
import org.perceus.provisioning.BootPrograms;
import org.perceus.provisioning.internal.os.InstalledPerceusOs;

/** Chooses what a kind of firmware loads: iPXE first, and iPXE the script of its boot. Thread-safe. */
@Component(service = {BootFileChooser.class, BootPrograms.class})
public final class BootFileChooser implements BootPrograms {
    private final InstalledPerceusOs os;

    @Activate
    public BootFileChooser(@Reference InstalledPerceusOs os) {
        this.os = os;
    }

    /** Whether there is anything to load for a kind of firmware. */
    public boolean has(Firmware firmware) {
        return switch (firmware.loader()) {
            case PXE, UEFI_HTTP -> program(firmware).isPresent();
            case IPXE -> !programs(firmware.architecture()).isEmpty();
            case U_BOOT, NONE -> false;
        };
    }

    /** What a client loads next in its boot: a name for TFTP or a URL, in which there is nothing that proves anything. */
    public Optional<String> choose(BootClient client, MacAddress card) {
        return switch (client.firmware().loader()) {
            case PXE -> program(client.firmware());
            case UEFI_HTTP -> program(client.firmware()).map(name -> client.server() + FOLDER + name);
            case IPXE -> Optional.of(client.server() + script(card));
            case U_BOOT, NONE -> Optional.empty();
        };
    }

    /** Where iPXE finds what the machine with a card is to load. */
    private static String script(MacAddress card) {
        return FOLDER + "mac/" + card.toString().replace(':', '-') + "/ipxe";
    }

    @Override
    public List<Program> programs() {
        return Arrays.stream(Architecture.values())
                .filter(architecture -> architecture != Architecture.UNKNOWN)
                .flatMap(architecture ->
                        Stream.of(Loader.PXE, Loader.UEFI_HTTP).map(loader -> new Firmware(loader, architecture)))
                .flatMap(firmware -> program(firmware).map(file -> new Program(firmware, file)).stream())
                .toList();
    }

    private Optional<String> program(Firmware firmware) {
        boolean bios = firmware.architecture() == Architecture.BIOS || firmware.architecture() == Architecture.UNKNOWN;
        if (bios && firmware.loader() == Loader.UEFI_HTTP) {
            return Optional.empty();
        }
        return os.stageOne().flatMap(release -> programs(firmware.architecture()).stream()
                .filter(release::hasBootProgram)
                .findFirst());
    }

    private static List<String> programs(Architecture architecture) {
        return switch (architecture) {
            // Firmware that does not say its architecture is older than the option that says it, so it is a BIOS.
            case BIOS, UNKNOWN -> List.of("undionly.kpxe", "ipxe.pxe");
            case UEFI_X64 -> List.of("snponly.efi", "ipxe.efi");
            case UEFI_ARM64 -> List.of("snponly-arm64.efi", "ipxe-arm64.efi");
            case UEFI_IA32, UEFI_ARM32, ARM_UBOOT, POWER, UEFI_RISCV, UEFI_LOONGARCH, OTHER -> List.of();
        };
    }
}
