package org.perceus.provisioning.testkit;

import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.TreeServer;

/** A file server that serves the tree of every node that has one. */
public final class TestTreeServer implements TreeServer {
    @Override
    public String source(NodeView node) throws ProvisioningException {
        return node.serverAddress() + ":/trees/" + node.tree();
    }

    @Override
    public String type() {
        return "nfs4";
    }

    @Override
    public String options() {
        return "ro,vers=4.2";
    }
}
