package org.perceus.vnfs.internal.tar;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.Test;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.Kind;

public class TarWriterTest {
    private static final int PREFIX_AT = 345;

    @Test
    public void noPrefixIsADot() throws Exception {
        for (int length = 90; length < 260; length++) {
            assertNotEquals("the prefix of a path of " + length, ".", prefix(written("usr/" + "x".repeat(length - 4))));
            String deep = ("usr/" + "folder/".repeat(40)).substring(0, length - 1) + "x";
            assertNotEquals("the prefix of " + deep, ".", prefix(written(deep)));
        }
    }

    @Test
    public void aLongPathIsCutBetweenFolders() throws Exception {
        assertEquals("./usr", prefix(written("usr/" + "x".repeat(97))));
    }

    private static String prefix(byte[] header) {
        String prefix = new String(header, PREFIX_AT, 155, StandardCharsets.US_ASCII);
        return prefix.substring(0, Math.max(0, prefix.indexOf('\0')));
    }

    private static byte[] written(String path) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TarWriter(out).entry(path, new Inode(Kind.REGULAR, 0644, 0, 0, 0, 0, 0, 0, "", Inode.NO_ATTRIBUTES, 0));
        return out.toByteArray();
    }
}
