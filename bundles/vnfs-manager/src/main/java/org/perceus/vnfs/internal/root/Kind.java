package org.perceus.vnfs.internal.root;

/** The kinds of files that a root is made of. Sockets are not among them: they mean nothing without their process. */
public enum Kind {
    REGULAR(0100000, '0'),
    SYMLINK(0120000, '2'),
    CHARACTER(0020000, '3'),
    BLOCK(0060000, '4'),
    FOLDER(0040000, '5'),
    PIPE(0010000, '6');

    private static final int MASK = 0170000;

    private final int modeBits;
    private final char tarType;

    Kind(int modeBits, char tarType) {
        this.modeBits = modeBits;
        this.tarType = tarType;
    }

    /** The file type bits of {@code st_mode}. */
    public int modeBits() {
        return modeBits;
    }

    /** The type flag in a tar header. */
    public char tarType() {
        return tarType;
    }

    /** Whether {@code st_mode} is of this kind. */
    public boolean matches(int mode) {
        return (mode & MASK) == modeBits;
    }

    /** Whether several names may lead to one file. */
    public boolean keepsLinks() {
        return this != FOLDER;
    }
}
