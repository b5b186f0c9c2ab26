/** Connections of HTTP clients: how many, from whom, for how long, and what they may hold of the memory. */
package org.perceus.boot.internal.http.connection;
