/** What this system says of itself. */
package org.perceus.doctor.system;
