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
record Grant(ClientMessage.Query query, AddressLease lease, Optional<String> bootFile) {}
