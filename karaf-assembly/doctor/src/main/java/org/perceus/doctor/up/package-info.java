/** Says in etc what to serve on a device, by what is heard there. */
package org.perceus.doctor.up;
