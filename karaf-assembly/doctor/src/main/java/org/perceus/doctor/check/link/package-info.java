/** Looks at a device, up to the kernel's rules for what comes in by it. */
package org.perceus.doctor.check.link;
