package org.perceus.provisioning;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.address.Ipv4Address;
import org.perceus.node.Network;

/** Whom nodes ask for names. Thread-safe. */
@ProviderType
public interface NameServers {
    /**
     * The name servers that the nodes of a network are told, in order: those that the network names, else this server where
     * it serves DNS; empty when there is neither.
     */
    List<Ipv4Address> of(Network network);

    /** Which networks name this server where it serves no DNS, a sentence each with what would be right. */
    List<String> complaints();
}
