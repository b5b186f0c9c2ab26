/** Looks at what other machines on the wire do, and at what the server does for them. */
package org.perceus.doctor.check.network;
