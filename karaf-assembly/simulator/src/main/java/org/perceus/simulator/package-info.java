/** Simulated nodes: what a site tries its server with before it trusts it. A plain Java program. */
package org.perceus.simulator;
