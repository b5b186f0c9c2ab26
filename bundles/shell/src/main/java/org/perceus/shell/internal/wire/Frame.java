package org.perceus.shell.internal.wire;

/**
 * One message between the client and the container: a kind, a length of four bytes and as many bytes of payload.
 *
 * @param kind one of the constants
 * @param payload its content, not copied
 */
public record Frame(byte kind, byte[] payload) {
    /** From the client, once and first: a {@link Request}. */
    public static final byte REQUEST = 'R';
    /** To the client: bytes for its standard output. */
    public static final byte OUT = 'O';
    /** To the client: bytes for its standard error. */
    public static final byte ERR = 'E';
    /** To the client: show this text and read a line. */
    public static final byte ASK = 'Q';
    /** From the client: the line that was asked for. */
    public static final byte ANSWER = 'A';
    /** From the client: there is no such line, its standard input is at an end. */
    public static final byte NO_ANSWER = 'N';
    /** To the client, last: four bytes of exit code. */
    public static final byte EXIT = 'X';
}
