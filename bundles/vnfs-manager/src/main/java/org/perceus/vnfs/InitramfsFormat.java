package org.perceus.vnfs;

/** How an initramfs is compressed, for a kernel that can undo it. */
public enum InitramfsFormat {
    /** zstd, which kernels know since 5.9 if they were built with it. */
    ZSTD,
    /** gzip, which nearly all kernels know. */
    GZIP,
    /** Not at all, which each kernel knows. */
    PLAIN
}
