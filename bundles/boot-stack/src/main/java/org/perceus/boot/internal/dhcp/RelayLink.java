package org.perceus.boot.internal.dhcp;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.perceus.address.Ipv4Address;

/** The link selection that a relay may put into its agent option (RFC 3046 section 2, RFC 3527 section 3). */
final class RelayLink {
    private static final int LINK_SELECTION = 5;

    private RelayLink() {}

    static Optional<Ipv4Address> of(DhcpOptions options) {
        return options.get(OptionCode.RELAY_AGENT).map(Octets::buffer).flatMap(RelayLink::find);
    }

    private static Optional<Ipv4Address> find(ByteBuffer information) {
        while (information.remaining() >= 2) {
            int code = information.get() & 0xff;
            int length = information.get() & 0xff;
            if (length > information.remaining()) {
                return Optional.empty();
            }
            Octets value = Octets.from(information, length);
            if (code == LINK_SELECTION && length == Ipv4Address.LENGTH) {
                return Optional.of(Ipv4Address.of(value.toArray()));
            }
        }
        return Optional.empty();
    }
}
