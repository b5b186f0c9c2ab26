package org.perceus.vnfs.internal.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.RootTree;

/** A root that was looked through and can be read, in any order. For one thread. */
public interface RootSource extends Closeable {
    /** All that is in it. */
    RootTree tree();

    /** What of the source is not in the tree. */
    List<Finding> findings();

    /** The data of a regular file under one of its names, piece after piece without its holes; the caller closes it. */
    InputStream stored(String path, Inode inode) throws IOException;

    /** The content of a regular file under one of its names; the caller closes it. */
    default InputStream content(String path, Inode inode) throws IOException {
        return inode.data().fill(stored(path, inode));
    }
}
