package org.perceus.module.hybrid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.perceus.provisioning.spi.ProvisioningException;

/** Divides a root into what goes to the nodes' RAM and what stays on the server, and writes down the latter. For one thread. */
final class RootParts implements Predicate<String> {
    private final PathList list;
    private final List<String> left = new ArrayList<>();

    RootParts(PathList list) {
        this.list = list;
    }

    @Override
    public boolean test(String path) {
        boolean stays = list.has(path);
        if (stays) {
            left.add(path);
        }
        return !stays;
    }

    /**
     * The paths that stay on the server.
     *
     * @throws ProvisioningException when a node cannot do without one of them
     */
    List<String> left() throws ProvisioningException {
        for (String path : left) {
            if (PathList.isNeeded(path)) {
                throw new ProvisioningException("the list of hybridized paths has " + path
                        + ", which nodes need to start: name paths in it instead");
            }
            if (path.chars().anyMatch(Character::isISOControl)) {
                throw new ProvisioningException(
                        "the list of hybridized paths has a path with control characters in it");
            }
        }
        return List.copyOf(left);
    }
}
