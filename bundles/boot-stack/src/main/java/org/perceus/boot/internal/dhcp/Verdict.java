package org.perceus.boot.internal.dhcp;

import java.net.InetSocketAddress;

/** What is done about a question, once the policy has spoken. */
sealed interface Verdict {
    /** A message goes out. */
    record Reply(DhcpMessage message, InetSocketAddress to, int limit, String counter) implements Verdict {}

    /** Nothing goes out. */
    record Silence(String counter, String reason) implements Verdict {}
}
