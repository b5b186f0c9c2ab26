package org.perceus.boot;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.perceus.address.Ipv4Address;

/** What a DHCP client shall get. Immutable. */
public sealed interface BootAnswer {
    /**
     * An address, and what to boot.
     *
     * @param address the client's address
     * @param prefixLength length of its subnet's prefix, 1 to 32
     * @param router its default gateway
     * @param nameServers its name servers, in order
     * @param hostName its host name
     * @param domain its DNS domain
     * @param lease for how long, at least one second
     * @param options what the site gives it beside that, each in the place of what the server would say
     * @param bootFile what its firmware loads: a file name for TFTP, a URL for UEFI HTTP boot and iPXE; empty when it
     *     shall boot nothing
     */
    record Lease(
            Ipv4Address address,
            int prefixLength,
            Optional<Ipv4Address> router,
            List<Ipv4Address> nameServers,
            Optional<String> hostName,
            Optional<String> domain,
            Duration lease,
            List<DhcpOption> options,
            Optional<String> bootFile)
            implements BootAnswer {}

    /**
     * An address for a machine that wants to boot and cannot, because there is nothing for it.
     *
     * @param lease what it gets, without a boot file
     * @param reason one sentence for the administrator
     */
    record Bootless(Lease lease, String reason) implements BootAnswer {
        /** @throws IllegalArgumentException when there is a boot file */
        public Bootless {
            if (lease.bootFile().isPresent()) {
                throw new IllegalArgumentException(
                        "there is something to boot: " + lease.bootFile().get());
            }
        }
    }

    /**
     * What to boot, for a client that another server gives its address ({@link DhcpRole#PROXY}).
     *
     * @param bootFile what its firmware loads, as in a {@link Lease}
     */
    record Program(String bootFile) implements BootAnswer {}

    /**
     * The client is known, and has no address where it is now: whoever asks to keep or take one is told that it cannot
     * (DHCPNAK, RFC 2131 section 4.3.2), and looks for servers anew; who looks for servers gets no answer.
     *
     * @param reason one sentence for the administrator, and for the client's log
     */
    record Refuse(String reason) implements BootAnswer {}

    /**
     * No answer at all: somebody else may serve this client.
     *
     * @param reason one sentence for the log and the counters
     */
    record Ignore(String reason) implements BootAnswer {}
}
