package org.perceus.boot.internal.http.connection;

/** What a connection does at a moment. */
public enum Phase {
    /** It has no whole head of a request yet. */
    WAITING,
    /** The body of a request arrives. */
    RECEIVING,
    /** The answer is looked for. */
    ANSWERING,
    /** The answer is on its way. */
    SENDING
}
