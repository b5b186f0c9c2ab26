/** What the rules of a firewall do with a packet, as far as they are understood. */
package org.perceus.doctor.firewall;
