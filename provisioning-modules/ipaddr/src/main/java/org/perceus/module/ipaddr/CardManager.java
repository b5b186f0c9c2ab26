package org.perceus.module.ipaddr;

import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;

/** A program of the node's system that gives network cards their addresses. */
interface CardManager {
    /** Lets it give the boot card the node's address. */
    void manage(NodeView node, NodeScript.Builder script);

    /** Lets it leave the boot card to another one, should it be there. */
    void leave(NodeView node, NodeScript.Builder script);
}
