package org.perceus.administration;

import java.util.Objects;

/**
 * Whose deeds they are.
 *
 * @param name what the account is called
 * @param origin who says so
 */
public record Account(String name, Origin origin) {
    /** Who says which account it is; none of these is the client itself. */
    public enum Origin {
        /** The kernel, of the process at the other end of a socket. */
        SYSTEM,
        /** The container, which asked for the password of its own console or runs in the terminal that it was started in. */
        CONSOLE
    }

    /** Needs both. */
    public Account {
        Objects.requireNonNull(name);
        Objects.requireNonNull(origin);
    }
}
