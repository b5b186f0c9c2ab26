package org.perceus.boot.internal;

import java.lang.annotation.Annotation;

/** A configuration as the container would hand it over. */
record TestConfig(
        String device,
        String address,
        String dhcp,
        boolean tftp,
        boolean http,
        boolean answerSolicitations,
        int dhcpPort,
        int tftpPort,
        boolean kernelLog,
        int kernelLogPort,
        int httpPort,
        int retrySeconds,
        TestDns names)
        implements InterfaceConfig {
    /** One without DNS. */
    TestConfig(
            String device,
            String address,
            String dhcp,
            boolean tftp,
            boolean http,
            boolean answerSolicitations,
            int dhcpPort,
            int tftpPort,
            boolean kernelLog,
            int kernelLogPort,
            int httpPort,
            int retrySeconds) {
        this(
                device,
                address,
                dhcp,
                tftp,
                http,
                answerSolicitations,
                dhcpPort,
                tftpPort,
                kernelLog,
                kernelLogPort,
                httpPort,
                retrySeconds,
                TestDns.OFF);
    }

    /** All three servers on the first address of a device, with the ports of the real protocols. */
    static TestConfig of(String device) {
        return new TestConfig(device, "", "full", true, true, false, 67, 69, false, 6666, 9870, 1);
    }

    TestConfig withPorts(int dhcp, int tftp, int http) {
        return new TestConfig(
                device,
                address,
                this.dhcp,
                this.tftp,
                this.http,
                answerSolicitations,
                dhcp,
                tftp,
                kernelLog,
                kernelLogPort,
                http,
                retrySeconds,
                names);
    }

    /** Listens to kernels as well. */
    TestConfig withKernelLog(int port) {
        return new TestConfig(
                device,
                address,
                dhcp,
                tftp,
                http,
                answerSolicitations,
                dhcpPort,
                tftpPort,
                true,
                port,
                httpPort,
                retrySeconds,
                names);
    }

    TestConfig withAddress(String other) {
        return new TestConfig(
                device,
                other,
                dhcp,
                tftp,
                http,
                answerSolicitations,
                dhcpPort,
                tftpPort,
                kernelLog,
                kernelLogPort,
                httpPort,
                retrySeconds,
                names);
    }

    TestConfig withDns(TestDns other) {
        return new TestConfig(
                device,
                address,
                dhcp,
                tftp,
                http,
                answerSolicitations,
                dhcpPort,
                tftpPort,
                kernelLog,
                kernelLogPort,
                httpPort,
                retrySeconds,
                other);
    }

    /** The servers and machines of tests may be behind any relay. */
    @Override
    public String relays() {
        return "any";
    }

    @Override
    public boolean dns() {
        return names.on();
    }

    @Override
    public int dnsPort() {
        return names.port();
    }

    @Override
    public String dnsName() {
        return names.name();
    }

    @Override
    public String dnsForwarders() {
        return names.forwarders();
    }

    @Override
    public boolean dnsForwardPrivate() {
        return names.forwardPrivate();
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return InterfaceConfig.class;
    }
}
