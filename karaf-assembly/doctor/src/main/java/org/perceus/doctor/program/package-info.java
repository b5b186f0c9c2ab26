/** What the programs of this room have in common: help, words and exit codes. */
package org.perceus.doctor.program;
