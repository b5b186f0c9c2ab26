package org.perceus.boot.internal.http;

import org.perceus.boot.internal.file.OpenFiles;
import org.perceus.boot.internal.http.connection.Clients;
import org.perceus.boot.internal.limit.SparseLog;
import org.perceus.boot.internal.net.Counters;

/**
 * What all requests to a server share.
 *
 * @param clients who is connected
 * @param files what is being sent
 * @param counters where to count
 * @param log what anybody may make happen ten thousand times is said by it
 */
record ServerState(Clients clients, OpenFiles files, Counters.Scope counters, SparseLog log) {}
