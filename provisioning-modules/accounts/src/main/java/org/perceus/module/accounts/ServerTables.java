package org.perceus.module.accounts;

import java.util.List;
import org.perceus.provisioning.spi.ProvisioningException;

/**
 * The server's own users and groups. Immutable.
 *
 * @param accounts users but root, in the order of the file
 * @param groups groups but root's, in the order of the file
 * @param passedOver what was not taken, a sentence; empty when all was
 * @param problem why nothing is known of them, a sentence; empty when they are
 */
record ServerTables(List<Account> accounts, List<Group> groups, String passedOver, String problem) {
    /** Copies the lists. */
    ServerTables {
        accounts = List.copyOf(accounts);
        groups = List.copyOf(groups);
    }

    /** None, for a reason. */
    static ServerTables missing(String problem) {
        return new ServerTables(List.of(), List.of(), "", problem);
    }

    /** These tables, if they are known. */
    ServerTables orRefuse() throws ProvisioningException {
        if (!problem.isEmpty()) {
            throw new ProvisioningException("accounts-of-server needs the server's users and groups: " + problem);
        }
        return this;
    }

    /** For an administrator. */
    String remark() {
        if (!problem.isEmpty()) {
            return problem;
        }
        String size = "the server has " + accounts.size() + " users and " + groups.size() + " groups beside root's";
        return passedOver.isEmpty() ? size : size + "; " + passedOver;
    }
}
