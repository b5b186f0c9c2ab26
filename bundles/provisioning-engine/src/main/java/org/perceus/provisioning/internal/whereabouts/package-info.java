/** Whether a machine is at the address that it asks from, where another DHCP server gives the addresses. */
package org.perceus.provisioning.internal.whereabouts;
