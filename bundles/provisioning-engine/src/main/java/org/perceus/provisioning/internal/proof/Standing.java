package org.perceus.provisioning.internal.proof;

import org.perceus.provisioning.internal.claim.NodeKey;

/** How far a machine that shows a claim has proved that it is its node's. Immutable. */
public sealed interface Standing {
    /** It holds the key that the node is tied to. */
    record Proved(NodeKey key) implements Standing {}

    /** It holds a key, and the node is to be tied to that now. */
    record New(TiedKey key) implements Standing {}

    /**
     * It has shown no more than its MAC, which is enough for its node.
     *
     * @param remark what is to be known of the key that it showed; empty when it showed none
     */
    record Named(String remark) implements Standing {}

    /**
     * It is not the machine that the node is tied to, as far as can be told: it waits, and changes nothing of the node.
     *
     * @param cause in a sentence without names and keys, as machines that have it in common are counted by it
     * @param sentence the same for the console and the state of the node, with what to do
     */
    record Another(String cause, String sentence) implements Standing {}
}
