package org.perceus.provisioning.internal.os;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class ManifestTest {
    private static final String KERNEL = "file kernel " + "a".repeat(64) + " 8";
    private static final String INITRAMFS = "file initramfs " + "b".repeat(64) + " 90";

    @Test
    public void aReleaseSaysWhatItIs() {
        Manifest manifest =
                parse("version=2.0=rc1", "kernel-version=6.1.0", "", "# comment", "package a 1", KERNEL, INITRAMFS);
        assertEquals("2.0=rc1", manifest.version());
        assertEquals("6.1.0", manifest.kernelVersion());
        assertEquals(90, manifest.files().get("initramfs").size());
        assertEquals(2, manifest.files().size());
    }

    @Test
    public void versionsMayBeMissing() {
        assertEquals("unknown", parse(KERNEL, INITRAMFS).version());
        assertEquals("unknown", parse(KERNEL, INITRAMFS).kernelVersion());
    }

    @Test
    public void bothPartsAreNeeded() {
        assertEquals("it names no file kernel", refusal(INITRAMFS));
        assertEquals("it names no file initramfs", refusal(KERNEL));
        assertEquals("it names no file kernel", refusal());
    }

    @Test
    public void malformedFilesAreRefused() {
        String hash = "c".repeat(64);
        for (String line : List.of(
                "file",
                "file x.efi",
                "file x.efi " + hash,
                "file x.efi " + hash + " 1 2",
                "file  x.efi " + hash + " 1",
                "file ../x.efi " + hash + " 1",
                "file a/b.efi " + hash + " 1",
                "file .x.efi " + hash + " 1",
                "file X.efi " + hash + " 1",
                "file x.efi " + hash + " -1",
                "file x.efi " + hash + " 9999999999999999999",
                "file x.efi " + hash.substring(1) + " 1",
                "file x.efi " + hash.replace('c', 'C') + " 1")) {
            assertTrue(line, refusal(KERNEL, INITRAMFS, line).contains(" is not "));
        }
    }

    private static String refusal(String... lines) {
        return assertThrows(IllegalArgumentException.class, () -> parse(lines)).getMessage();
    }

    private static Manifest parse(String... lines) {
        return Manifest.parse(new ArrayList<>(List.of(lines)));
    }
}
