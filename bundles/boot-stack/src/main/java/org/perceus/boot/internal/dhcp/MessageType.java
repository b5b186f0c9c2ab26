package org.perceus.boot.internal.dhcp;

/**
 * The value of the DHCP message type option (RFC 2132 section 9.6); unknown types are kept as they are.
 *
 * @param value 0 to 255
 */
record MessageType(int value) {
    static final MessageType DISCOVER = new MessageType(1);
    static final MessageType OFFER = new MessageType(2);
    static final MessageType REQUEST = new MessageType(3);
    static final MessageType DECLINE = new MessageType(4);
    static final MessageType ACK = new MessageType(5);
    static final MessageType NAK = new MessageType(6);
    static final MessageType RELEASE = new MessageType(7);
    static final MessageType INFORM = new MessageType(8);
}
