package org.perceus.boot.internal.dhcp;

/**
 * How a server reads messages and replies. Pure.
 *
 * @param classifier reads
 * @param replies replies
 */
record Dialogue(Classifier classifier, Replies replies) {
    /** By what the server is to those who ask. */
    static Dialogue of(ServerFacts server) {
        return switch (server.role()) {
            case SERVER -> new Dialogue(new MessageClassifier(server), new Replier(server));
            case PROXY -> new Dialogue(new ProxyClassifier(server), new ProxyReplier(server));
        };
    }
}
