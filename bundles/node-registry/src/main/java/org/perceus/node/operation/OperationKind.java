package org.perceus.node.operation;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What kind of work an operation is. */
public enum OperationKind {
    /** A capsule is made of a root file system. */
    IMPORT,
    /** A provisioning method builds what its nodes need of a capsule. */
    BUILD,
    /** A module is installed, or replaced by another version. */
    UPDATE;

    /** The kind that is written so; empty when there is none. */
    public static Optional<OperationKind> find(String text) {
        return Stream.of(values()).filter(kind -> kind.toString().equals(text)).findFirst();
    }

    /** The word, in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
