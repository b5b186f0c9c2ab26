package org.perceus.node.internal.store;

import java.sql.Connection;
import java.sql.SQLException;

/** A database with the newest schema: the one place where databases differ. */
@FunctionalInterface
public interface ConnectionSource {
    /** Opens it for the one writer, with automatic commits turned off. */
    Connection open() throws SQLException;
}
