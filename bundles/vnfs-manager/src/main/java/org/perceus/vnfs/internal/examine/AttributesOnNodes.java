package org.perceus.vnfs.internal.examine;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.internal.attribute.AttributeNames;
import org.perceus.vnfs.internal.attribute.Loss;
import org.perceus.vnfs.internal.attribute.Losses;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.ReleaseOrder;
import org.perceus.vnfs.internal.root.RootTree;

/** Names the attributes of files that not every method can bring to a node. */
final class AttributesOnNodes implements Check {
    private static final String FIRST_WITH_USER_ATTRIBUTES_IN_RAM = "6.6";

    @Override
    public List<Finding> look(Subject root) {
        boolean userInRam = new ReleaseOrder().compare(root.kernel(), FIRST_WITH_USER_ATTRIBUTES_IN_RAM) >= 0;
        RootTree tree = root.view().tree();
        Set<Inode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Losses losses = new Losses();
        tree.entries().forEach((path, inode) -> {
            if (!tree.isLinked(inode) || seen.add(inode)) {
                losses(inode, userInRam).forEach(loss -> losses.add(loss, path));
            }
        });
        return losses.findings();
    }

    private static Set<Loss> losses(Inode inode, boolean userInRam) {
        return inode.attributes().keySet().stream()
                .map(keyword -> AttributeNames.lossOnNodes(keyword, userInRam))
                .collect(Collectors.toSet());
    }
}
