/** What a check is; the checks are in the packages below, by what they look at. */
package org.perceus.doctor.check;
