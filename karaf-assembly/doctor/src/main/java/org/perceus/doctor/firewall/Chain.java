package org.perceus.doctor.firewall;

import java.util.List;
import java.util.Optional;

/**
 * A list of rules.
 *
 * @param table the table that it is in, as in "inet filter"
 * @param policy what the kernel does at its end if it begins with it: whether to drop; empty for a chain that is jumped to
 */
record Chain(String table, String name, Optional<Boolean> policy, List<Rule> rules) {}
