package org.perceus.provisioning.internal.claim;

import java.util.Optional;
import org.perceus.node.BootId;

/**
 * Who shows a claim that holds.
 *
 * @param boot what the claim is for
 * @param key which the claimant has proved to hold, if any
 */
public record Claimant(BootId boot, Optional<NodeKey> key) {}
