package org.perceus.boot.internal.tftp;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

/** Names as firmware, GRUB, curl and old ROMs say them. */
public class FileNameTest {
    private static void means(String name, String said) {
        assertEquals(said, name, FileName.meantBy(said));
    }

    @Test
    public void theServersFolderMayBeNamed() {
        means("undionly.kpxe", "undionly.kpxe");
        means("undionly.kpxe", "/undionly.kpxe");
        means("undionly.kpxe", "//undionly.kpxe");
        means("undionly.kpxe", "./undionly.kpxe");
        means("undionly.kpxe", "/./undionly.kpxe");
        means("undionly.kpxe", "\\undionly.kpxe");
        means("undionly.kpxe", ".\\undionly.kpxe");
    }

    @Test
    public void whatStandsBehindTheOptionIsNoPartOfIt() {
        means("undionly.kpxe", "undionly.kpxe\u00ff");
        means("undionly.kpxe", "undionly.kpxe\n\u001e");
        means("undionly.kpxe", "undionly.kpxe ");
        means("snponly.efi", "snponly.efi\u0006\u0004\n\n");
        means("", "\u00ff");
    }

    @Test
    public void folderAboveStayNamesOfNothing() {
        means("../undionly.kpxe", "../undionly.kpxe");
        means("../../etc/passwd", "..\\..\\etc\\passwd");
        means("etc/passwd", "/etc/passwd");
        means("undionly.kpxe/../manifest", "undionly.kpxe/../manifest");
    }
}
