package org.perceus.boot.internal;

import org.perceus.address.Ipv4Address;

/**
 * Where servers are. Its link may be down: a cable that is moved must not end downloads.
 *
 * @param device name of a network device
 * @param index the device's number: sockets of a device that went and came back hear nothing
 * @param mtu its largest packet
 * @param address the address of it to serve on
 */
record Place(String device, int index, int mtu, Ipv4Address address) {}
