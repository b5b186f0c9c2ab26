/** Addresses of IPv4 and Ethernet. */
package org.perceus.doctor.address;
