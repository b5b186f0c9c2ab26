package org.perceus.provisioning.internal.http;

import java.net.URI;
import org.perceus.address.Ipv4Address;
import org.perceus.node.Network;
import org.perceus.provisioning.internal.os.StageOne;

/**
 * A machine whose iPXE asks what to do. Immutable.
 *
 * @param name what it is called on its console
 * @param mac the MAC of the card that boots, or what iPXE replaces by it
 * @param address its address
 * @param network its network
 * @param os the Perceus OS that it could load
 * @param server base of the URLs by which it reaches this server
 * @param claim the token of its boot
 */
record NetworkStart(
        String name, String mac, Ipv4Address address, Network network, StageOne os, URI server, String claim) {}
