package org.perceus.boot.internal.dhcp;

import java.net.InetSocketAddress;

/** What is done about a query, once the policy has spoken. */
sealed interface Response {
    /** A message goes out. */
    record Reply(DhcpMessage message, InetSocketAddress to, int limit, String counter) implements Response {}

    /** Nothing goes out. */
    record NoReply(String counter, String reason) implements Response {}
}
