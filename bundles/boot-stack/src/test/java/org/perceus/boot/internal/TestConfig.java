package org.perceus.boot.internal;

import java.lang.annotation.Annotation;

/** A configuration as the container would hand it over. */
record TestConfig(
        String device,
        String address,
        boolean dhcp,
        boolean tftp,
        boolean http,
        boolean answerSolicitations,
        int dhcpPort,
        int tftpPort,
        int httpPort,
        int retrySeconds)
        implements InterfaceConfig {
    /** All three servers on the first address of a device, with the ports of the real protocols. */
    static TestConfig of(String device) {
        return new TestConfig(device, "", true, true, true, false, 67, 69, 9870, 1);
    }

    TestConfig withPorts(int dhcp, int tftp, int http) {
        return new TestConfig(
                device, address, this.dhcp, this.tftp, this.http, answerSolicitations, dhcp, tftp, http, retrySeconds);
    }

    TestConfig withAddress(String other) {
        return new TestConfig(
                device, other, dhcp, tftp, http, answerSolicitations, dhcpPort, tftpPort, httpPort, retrySeconds);
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return InterfaceConfig.class;
    }
}
