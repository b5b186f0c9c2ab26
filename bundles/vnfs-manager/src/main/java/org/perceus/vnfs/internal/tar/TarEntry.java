package org.perceus.vnfs.internal.tar;

import java.util.Optional;
import org.perceus.vnfs.internal.root.Inode;

/**
 * One entry of a tar archive. Immutable.
 *
 * @param name the name as it stands there, which may be anything
 * @param inode what it says of the file; means nothing for a hard link
 * @param hardLink the earlier entry that this one is another name of
 */
public record TarEntry(String name, Inode inode, Optional<String> hardLink) {}
