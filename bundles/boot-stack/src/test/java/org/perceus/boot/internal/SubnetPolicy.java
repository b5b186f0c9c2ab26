package org.perceus.boot.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.AddressLease;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.BootClient;
import org.perceus.boot.BootPolicy;
import org.perceus.boot.BootProgram;
import org.perceus.boot.Firmware;

/** Gives every machine an address of the subnet of its link, by its MAC, and what its firmware can boot. */
final class SubnetPolicy implements BootPolicy {
    private final int prefixLength;

    SubnetPolicy(int prefixLength) {
        this.prefixLength = prefixLength;
    }

    @Override
    public CompletionStage<BootAnswer> answer(BootClient client) {
        int network = client.link().bits() & Ipv4Address.mask(prefixLength).bits();
        int host = (int) client.mac().value() & ~Ipv4Address.mask(prefixLength).bits();
        return CompletableFuture.completedFuture(new BootAnswer.Serve(
                Optional.of(new AddressLease(
                        Ipv4Address.of(network | host),
                        prefixLength,
                        Optional.of(client.link()),
                        List.<Ipv4Address>of(client.link()),
                        Optional.of("n" + host),
                        Optional.of("cluster.example"),
                        Duration.ofHours(1),
                        List.of(),
                        true)),
                program(client)));
    }

    private static BootProgram program(BootClient client) {
        Firmware firmware = client.firmware();
        String program = firmware.architecture() == Firmware.Architecture.BIOS ? "undionly.kpxe" : "ipxe.efi";
        return switch (firmware.loader()) {
            case PXE -> new BootProgram.File(program);
            case UEFI_HTTP -> new BootProgram.File(client.server() + "/boot/" + program);
            case IPXE -> new BootProgram.File(client.server() + "/script/" + client.mac());
            case U_BOOT, NONE -> BootProgram.NOTHING;
        };
    }
}
