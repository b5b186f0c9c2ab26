package org.perceus.module.ipaddr;

import org.perceus.provisioning.spi.NetworkView;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;

/**
 * A service of Perceus that sets the address early, for systems whose cards are configured by scripts or by nobody that is
 * known: these take the card for one that is configured. Where another has the card, it does but the latter.
 */
final class AddressService implements CardManager {
    private static final String WORD = "install_address";

    @Override
    public void manage(NodeView node, NodeScript.Builder script) {
        NetworkView network = node.network();
        String address = network.address() + "/" + network.prefixLength();
        script.call(WORD, node.mac(), address, network.gateway().orElse(""));
    }

    @Override
    public void leave(NodeView node, NodeScript.Builder script) {
        script.call(WORD, node.mac());
    }
}
