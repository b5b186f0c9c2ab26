package org.perceus.boot.internal;

import java.net.Inet4Address;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.BootClient;
import org.perceus.boot.BootPolicy;
import org.perceus.boot.Firmware;
import org.perceus.boot.internal.net.Ipv4;

/** Gives every machine an address of the subnet of its link, by its MAC, and what its firmware can boot. */
final class SubnetPolicy implements BootPolicy {
    private final int prefixLength;

    SubnetPolicy(int prefixLength) {
        this.prefixLength = prefixLength;
    }

    @Override
    public CompletionStage<BootAnswer> answer(BootClient client) {
        int network = Ipv4.bits(client.link()) & Ipv4.mask(prefixLength);
        int host = (int) client.mac().value() & ~Ipv4.mask(prefixLength);
        return CompletableFuture.completedFuture(new BootAnswer.Lease(
                Ipv4.of(network | host),
                prefixLength,
                Optional.of(client.link()),
                List.<Inet4Address>of(client.link()),
                Optional.of("n" + host),
                Optional.of("cluster.example"),
                Duration.ofHours(1),
                List.of(),
                bootFile(client)));
    }

    private static Optional<String> bootFile(BootClient client) {
        Firmware firmware = client.firmware();
        String program = firmware.architecture() == Firmware.Architecture.BIOS ? "undionly.kpxe" : "ipxe.efi";
        return switch (firmware.loader()) {
            case PXE -> Optional.of(program);
            case UEFI_HTTP -> Optional.of(client.server() + "/boot/" + program);
            case IPXE -> Optional.of(client.server() + "/script/" + client.mac());
            case NONE -> Optional.empty();
        };
    }
}
