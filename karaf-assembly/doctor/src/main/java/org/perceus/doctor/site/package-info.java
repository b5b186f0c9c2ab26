/** What this installation is told to do, and where. */
package org.perceus.doctor.site;
