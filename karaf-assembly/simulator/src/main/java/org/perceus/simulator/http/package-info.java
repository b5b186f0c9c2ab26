/** HTTP as iPXE, Perceus OS and the agent speak it. */
package org.perceus.simulator.http;
