/** Nodes: the programs that run on them, one after the other, as far as the server notices them. */
package org.perceus.simulator.node;
