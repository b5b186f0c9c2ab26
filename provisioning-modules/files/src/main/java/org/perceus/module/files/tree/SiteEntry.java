package org.perceus.module.files.tree;

import java.util.Optional;
import org.perceus.module.files.template.TextTemplate;
import org.perceus.provisioning.spi.FileContent;
import org.perceus.provisioning.spi.NodeFile;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.ProvisioningException;

/**
 * A file, link or folder that the site has for nodes. Immutable.
 *
 * @param path absolute path on the node
 * @param origin its file in the folder of the site's files
 * @param mode its permissions in octal
 * @param owner its owner, if it is not root
 * @param after what the node runs after it has changed
 * @param body what is in it
 */
public record SiteEntry(
        String path, String origin, String mode, Optional<String> owner, Optional<AfterChange> after, Body body) {
    /**
     * A command that a node runs when a file of it is new.
     *
     * @param command a line of shell, of the administrator's own
     * @param origin the line of the manifest that has it
     */
    public record AfterChange(String command, String origin) {}

    /** What is in it. */
    public sealed interface Body {
        /** The same for all nodes. */
        record Fixed(FileContent content) implements Body {}

        /** Made for each node. */
        record Templated(TextTemplate template) implements Body {}
    }

    /** The same with what a line of a manifest gives. */
    SiteEntry with(Optional<String> otherMode, Optional<String> otherOwner, Optional<AfterChange> otherAfter) {
        return new SiteEntry(
                path, origin, otherMode.orElse(mode), otherOwner.or(() -> owner), otherAfter.or(() -> after), body);
    }

    /** Whether other entries can be below it. */
    boolean isFolder() {
        return body instanceof Body.Fixed fixed && fixed.content() instanceof FileContent.Folder;
    }

    /**
     * What a node gets.
     *
     * @throws ProvisioningException when it is a template that has no text for this node
     */
    public NodeFile file(NodeView node) throws ProvisioningException {
        FileContent content = body instanceof Body.Templated templated
                ? new FileContent.Text(templated.template().text(node))
                : ((Body.Fixed) body).content();
        NodeFile file = NodeFile.of(path, mode, content).from(origin);
        return owner.map(file::ownedBy).orElse(file);
    }
}
