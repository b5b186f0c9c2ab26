/**
 * Answers IPv6 router solicitations with the advertisement of a router that routes nothing.
 *
 * <p>iPXE asks for an IPv6 router beside its DHCP, and goes on with neither before it has an answer or has given up,
 * which takes it sixteen seconds. An answer that offers nothing spares every node that wait.
 */
package org.perceus.boot.internal.ndp;
