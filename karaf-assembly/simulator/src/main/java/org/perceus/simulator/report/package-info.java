/** What nodes went through, for people and for programs. */
package org.perceus.simulator.report;
