package org.perceus.provisioning.internal.http;

import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.NodeSettings;

/** When Perceus OS opens a shell on the node's console. */
enum ConsoleShell {
    NEVER(""),
    WHEN_IT_FAILS(" perceus.debug=1"),
    AT_ONCE(" perceus.rescue=1");

    private final String argument;

    ConsoleShell(String argument) {
        this.argument = argument;
    }

    /** What a node's settings want of a boot that is no rescue. */
    static ConsoleShell of(Node node, RegistrySnapshot snapshot) {
        boolean debug =
                snapshot.setting(node, NodeSettings.DEBUG).filter("yes"::equals).isPresent();
        return debug ? WHEN_IT_FAILS : NEVER;
    }

    /** Says it to Perceus OS: empty, or a kernel argument with a blank before it. */
    String argument() {
        return argument;
    }
}
