package org.perceus.module.network;

import java.util.function.Function;
import org.perceus.provisioning.spi.NodeScript;

/**
 * A service of Perceus that does it early, for systems whose interfaces are configured by scripts or by nobody that is known:
 * these take what they find for configured. Where another has the interfaces, it keeps scripts off them, and gives cards the
 * names that they shall have.
 */
final class OwnService implements InterfaceManager {
    private static final String WORD = "install_address";
    private static final String TABLE = "/etc/perceus/interfaces";

    @Override
    public void manage(NodeNetwork network, NodeScript.Builder script) {
        script.call(
                WORD,
                network.node().mac(),
                network.ownAddress(),
                network.gateway().orElse(""));
        write(network, InterfaceTable::whole, script);
    }

    @Override
    public void leave(NodeNetwork network, NodeScript.Builder script) {
        script.call(WORD, network.node().mac());
        write(network, InterfaceTable::names, script);
    }

    private static void write(NodeNetwork network, Function<NodeNetwork, String> form, NodeScript.Builder script) {
        String table = form.apply(network);
        if (!table.isEmpty()) {
            script.writeFile(TABLE, "644", table);
        }
    }
}
