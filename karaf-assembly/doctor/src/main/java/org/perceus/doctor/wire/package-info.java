/** What can be heard and said on a wire, below what Java's own sockets can. */
package org.perceus.doctor.wire;
