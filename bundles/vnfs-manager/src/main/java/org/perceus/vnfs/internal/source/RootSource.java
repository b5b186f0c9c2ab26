package org.perceus.vnfs.internal.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.RootTree;

/** A root that was looked through and can be read, in any order. For one thread. */
public interface RootSource extends Closeable {
    /** All that is in it. */
    RootTree tree();

    /** The content of a regular file under one of its names; the caller closes it. */
    InputStream content(String path, Inode inode) throws IOException;
}
