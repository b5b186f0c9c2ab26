package org.perceus.module.nfs;

import java.util.regex.Pattern;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.ProvisioningException;

/** How much a node may write to its root, as tmpfs takes it. */
final class RootSize {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,15}[kKmMgG]?|[1-9][0-9]?%|100%");

    private RootSize() {}

    /** The node's setting {@code root-size}, or another value where it has none. */
    static String of(NodeView node, String otherwise) throws ProvisioningException {
        String size = node.setting("root-size").orElse(otherwise);
        if (!FORM.matcher(size).matches()) {
            throw new ProvisioningException("the setting root-size is '" + size
                    + "': use a share of the RAM like 50%, or a size like 2g or 800m");
        }
        return size;
    }
}
