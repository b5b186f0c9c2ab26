package org.perceus.administration;

import org.perceus.ledger.Author;

/**
 * Who asks for a deed.
 *
 * @param account the account
 * @param deed what was typed, on one line; the history keeps its first 500 characters
 * @param comment why, as far as it was said; empty else
 */
public record Administrator(Account account, String deed, String comment) {
    private static final int LONGEST_DEED = 500;

    /** Who it is for the history. */
    public Author author() {
        return new Author(
                account.name(),
                deed.length() > LONGEST_DEED ? deed.substring(0, LONGEST_DEED - 1) + "…" : deed,
                comment);
    }
}
