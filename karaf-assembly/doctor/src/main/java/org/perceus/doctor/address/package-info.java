/** Addresses of IPv4. */
package org.perceus.doctor.address;
