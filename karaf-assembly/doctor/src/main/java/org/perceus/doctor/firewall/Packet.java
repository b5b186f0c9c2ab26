package org.perceus.doctor.firewall;

import org.perceus.doctor.address.Ipv4;

/**
 * A packet that comes in from a node.
 *
 * @param protocol udp or tcp
 * @param port to which it goes
 * @param established whether it answers one of this server's
 */
public record Packet(String device, String protocol, Ipv4 source, int port, boolean established) {}
