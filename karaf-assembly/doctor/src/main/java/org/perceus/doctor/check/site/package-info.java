/** Looks at this installation of Perceus: its configuration and what it keeps. */
package org.perceus.doctor.check.site;
