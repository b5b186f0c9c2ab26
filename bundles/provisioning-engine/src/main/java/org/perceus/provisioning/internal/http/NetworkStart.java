package org.perceus.provisioning.internal.http;

import java.net.URI;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.provisioning.internal.os.StageOne;

/**
 * A machine whose iPXE asks what to do. Immutable.
 *
 * @param node the machine
 * @param network its network
 * @param os the Perceus OS that it could load
 * @param server base of the URLs by which it reaches this server
 * @param claim the token of its boot
 */
record NetworkStart(Node node, Network network, StageOne os, URI server, String claim) {}
