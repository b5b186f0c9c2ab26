package org.perceus.boot.internal.dhcp;

import java.util.Optional;
import org.perceus.boot.AddressLease;

/**
 * Who gets which address.
 *
 * @param query what it asked
 * @param lease the address
 * @param bootFile what it boots, if anything
 */
record Grant(ClientMessage.Query query, AddressLease lease, Optional<String> bootFile) {
    /** Whether the client looks for servers, and wants the address without another question (RFC 4039 section 3.1). */
    boolean isRapid() {
        return query.kind() instanceof ClientMessage.Kind.Discover
                && query.message().options().has(OptionCode.RAPID_COMMIT)
                && lease.reserved();
    }
}
