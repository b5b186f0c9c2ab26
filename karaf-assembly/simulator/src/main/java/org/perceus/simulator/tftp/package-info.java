/** TFTP as boot firmware speaks it. */
package org.perceus.simulator.tftp;
