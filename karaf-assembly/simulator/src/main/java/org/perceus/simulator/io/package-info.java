/** Sockets and times in one thread. */
package org.perceus.simulator.io;
