package org.perceus.module.network;

import org.perceus.provisioning.spi.NodeScript;

/** A program of the node's system that makes network interfaces and gives them their addresses. */
interface InterfaceManager {
    /** Lets it make what the node shall have, and give the node its address. */
    void manage(NodeNetwork network, NodeScript.Builder script);

    /** Lets it leave all of that to another one, should it be there. */
    void leave(NodeNetwork network, NodeScript.Builder script);
}
