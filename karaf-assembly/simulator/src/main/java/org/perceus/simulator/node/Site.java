package org.perceus.simulator.node;

import org.perceus.simulator.dhcp.DhcpPort;
import org.perceus.simulator.io.EventLoop;

/**
 * What all nodes share.
 *
 * @param loop their thread
 * @param dhcp their socket for DHCP
 */
public record Site(EventLoop loop, DhcpPort dhcp, Behaviour behaviour, Observer observer) {}
