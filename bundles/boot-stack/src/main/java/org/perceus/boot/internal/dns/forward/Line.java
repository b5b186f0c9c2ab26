package org.perceus.boot.internal.dns.forward;

/** A way to one resolver for one question, from a port of its own. */
public interface Line {
    /** Gives it up; nothing is heard of it any more. */
    void close();

    /** Opens lines. */
    interface Opener {
        /**
         * Sends a message to a resolver.
         *
         * @param ear hears what comes of it, on the thread that opened the line and never before this returns
         */
        Line open(Resolver resolver, boolean stream, byte[] message, Ear ear);
    }

    /** Hears what comes of a message. */
    interface Ear {
        /** A message came back, from the resolver's address. */
        void heard(byte[] message);

        /** Nothing will come. */
        void failed();
    }
}
