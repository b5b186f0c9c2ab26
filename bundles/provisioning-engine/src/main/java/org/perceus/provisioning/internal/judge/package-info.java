/**
 * Judges boots: says why one went away, what is the matter with one that is not heard of, and when a node that goes round
 * in circles has to wait. Whatever it knows it derives from the newest boots of a node.
 */
package org.perceus.provisioning.internal.judge;
