package org.perceus.vnfs.internal.format;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.Test;

public class FileFormatTest {
    @Test
    public void knowsEachByItsBytes() {
        String[][] known = {
            {"0", "68737173", "squashfs"},
            {"0", "303730373031", "cpio"},
            {"0", "c771", "cpio"},
            {"1080", "53ef", "ext4"},
            {"0", "58465342", "xfs"},
            {"65600", "5f42485266535f4d", "btrfs"},
            {"32769", "4344303031", "ISO 9660"},
            {"510", "55aa", "MBR"},
            {"512", "4546492050415254", "GPT"},
            {"0", "514649fb", "qcow2"},
            {"0", "4b444d56", "vmdk"},
            {"0", "636f6e6563746978", "(vhd)"},
            {"0", "7668647866696c65", "(vhdx)"},
            {"64", "7f10dabe", "vdi"},
            {"0", "504b0304", "zip"},
            {"0", "edabeedb", "rpm"},
            {"0", "213c617263683e0a64656269616e2d62696e617279", "deb package"},
            {"0", "04224d18", "lz4: decompress it first; gzip, bzip2, xz and zstd are read"},
            {"0", "5d00008000ffffffffffffffff00", "lzma"},
            {"0", "894c5a4f000d0a1a0a", "lzop"},
            {"0", "4c5a4950", "lzip"},
            {"0", "1f9d", "with compress"},
            {"0", "377abcaf271c", "7z"},
            {"0", "8c0d0409", "gpg"},
            {"0", "85020c03", "gpg"},
            {"0", "7f454c46", "a program"},
        };
        for (String[] each : known) {
            byte[] head = new byte[FileFormat.HEAD];
            byte[] magic = HexFormat.of().parseHex(each[1]);
            System.arraycopy(magic, 0, head, Integer.parseInt(each[0]), magic.length);
            String sentence = FileFormat.refusal(head).orElse("nothing for " + each[2]);
            assertTrue(each[2] + ": " + sentence, sentence.contains(each[2]));
            assertTrue(sentence, sentence.startsWith("it is no tar archive but "));
        }
    }

    @Test
    public void looksForTheInnerBeforeTheOuter() {
        byte[] hybrid = new byte[FileFormat.HEAD];
        hybrid[510] = 0x55;
        hybrid[511] = (byte) 0xaa;
        System.arraycopy("CD001".getBytes(StandardCharsets.US_ASCII), 0, hybrid, 32_769, 5);
        assertTrue(FileFormat.refusal(hybrid).orElseThrow().contains("ISO 9660"));
    }

    @Test
    public void textIsText() {
        for (String text : new String[] {"FROM debian:12\n", "gr\u00fc\u00dfe\n".repeat(20_000)}) {
            byte[] head = Arrays.copyOf(
                    text.getBytes(StandardCharsets.UTF_8),
                    Math.min(FileFormat.HEAD, text.getBytes(StandardCharsets.UTF_8).length));
            assertTrue(
                    text.substring(0, 9), FileFormat.refusal(head).orElseThrow().contains("a text file"));
        }
    }

    @Test
    public void saysNothingOfWhatItDoesNotKnow() {
        assertEquals(Optional.empty(), FileFormat.refusal(new byte[0]));
        assertEquals(Optional.empty(), FileFormat.refusal(new byte[FileFormat.HEAD]));
        assertEquals(Optional.empty(), FileFormat.refusal(new byte[] {1, 2, 3, 4}));
    }
}
