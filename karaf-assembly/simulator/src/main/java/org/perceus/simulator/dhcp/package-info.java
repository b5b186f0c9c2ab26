/** DHCP as boot firmware and iPXE speak it. */
package org.perceus.simulator.dhcp;
