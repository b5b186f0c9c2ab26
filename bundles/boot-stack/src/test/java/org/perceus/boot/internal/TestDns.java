package org.perceus.boot.internal;

/** What a configuration says of DNS. */
record TestDns(boolean on, int port, String name, String forwarders, boolean forwardPrivate) {
    static final TestDns OFF = new TestDns(false, 53, "perceus", "", false);

    static TestDns at(int port, String forwarders) {
        return new TestDns(true, port, "perceus", forwarders, false);
    }
}
