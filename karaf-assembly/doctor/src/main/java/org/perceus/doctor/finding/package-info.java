/** What was found, as text and as JSON. */
package org.perceus.doctor.finding;
