package org.perceus.boot.internal.dhcp;

/**
 * The code of a DHCP option (RFC 2132); codes without a name here are kept as they are.
 *
 * @param value 1 to 254
 */
record OptionCode(int value) {
    static final OptionCode SUBNET_MASK = new OptionCode(1);
    static final OptionCode ROUTER = new OptionCode(3);
    static final OptionCode NAME_SERVERS = new OptionCode(6);
    static final OptionCode HOST_NAME = new OptionCode(12);
    static final OptionCode DOMAIN = new OptionCode(15);
    static final OptionCode BROADCAST = new OptionCode(28);
    static final OptionCode VENDOR_SPECIFIC = new OptionCode(43);
    static final OptionCode REQUESTED_ADDRESS = new OptionCode(50);
    static final OptionCode LEASE_TIME = new OptionCode(51);
    static final OptionCode OVERLOAD = new OptionCode(52);
    static final OptionCode MESSAGE_TYPE = new OptionCode(53);
    static final OptionCode SERVER_ID = new OptionCode(54);
    static final OptionCode PARAMETERS = new OptionCode(55);
    static final OptionCode MESSAGE = new OptionCode(56);
    static final OptionCode MAX_SIZE = new OptionCode(57);
    static final OptionCode RENEWAL = new OptionCode(58);
    static final OptionCode REBINDING = new OptionCode(59);
    static final OptionCode VENDOR_CLASS = new OptionCode(60);
    static final OptionCode CLIENT_ID = new OptionCode(61);
    static final OptionCode TFTP_SERVER = new OptionCode(66);
    static final OptionCode BOOT_FILE = new OptionCode(67);
    static final OptionCode USER_CLASS = new OptionCode(77);
    static final OptionCode RAPID_COMMIT = new OptionCode(80);
    static final OptionCode RELAY_AGENT = new OptionCode(82);
    static final OptionCode ARCHITECTURE = new OptionCode(93);
    static final OptionCode MACHINE_ID = new OptionCode(97);
    static final OptionCode IPXE = new OptionCode(175);

    /** Padding (RFC 2132 section 3.1): one octet without a length. */
    static final int PAD = 0;

    /** The end of the options (RFC 2132 section 3.2): one octet without a length. */
    static final int END = 255;
}
