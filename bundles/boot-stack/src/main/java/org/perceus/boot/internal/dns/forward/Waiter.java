package org.perceus.boot.internal.dns.forward;

import org.perceus.boot.internal.dns.message.Client;
import org.perceus.boot.internal.dns.message.Query;

/** Who waits for the answer of a resolver. */
record Waiter(Query query, Client client) {}
