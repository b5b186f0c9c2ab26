/** Looks at the machine that Perceus runs on. */
package org.perceus.doctor.check.host;
