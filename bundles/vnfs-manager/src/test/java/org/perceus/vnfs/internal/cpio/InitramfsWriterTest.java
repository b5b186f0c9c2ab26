package org.perceus.vnfs.internal.cpio;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.Test;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.internal.RootSelection;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.Kind;
import org.perceus.vnfs.internal.root.Limits;
import org.perceus.vnfs.internal.root.Meter;
import org.perceus.vnfs.internal.root.RootTree;

public class InitramfsWriterTest {
    private static final long FOUR_GIB = 1L << 32;

    @Test
    public void refusesFilesThatTheFormatCannotHold() {
        String message = assertThrows(IOException.class, () -> writer(FOUR_GIB)).getMessage();

        assertEquals(
                "'/var/disk.img' has 4294967296 bytes, but an initramfs holds only files of less than 4 GiB:"
                        + " take it out of the root, or use a method that does not run in RAM",
                message);
    }

    @Test
    public void takesTheLargestThatItCanHold() throws IOException {
        writer(FOUR_GIB - 1);
    }

    private static InitramfsWriter writer(long size) throws IOException {
        RootTree tree = new RootTree(Limits.none());
        tree.add("var/disk.img", new Inode(Kind.REGULAR, 0600, 0, 0, 0, size, 0, 0, "", Inode.NO_ATTRIBUTES, 0));
        return new InitramfsWriter(
                tree, RootSelection.of(tree, path -> true), Path.of("unused"), new Meter(Progress.none(), "", 0));
    }
}
