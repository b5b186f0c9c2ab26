package org.perceus.boot.internal.http.connection;

/** Why a request is ended before its time. */
public enum Cut {
    /** It did not get on. */
    TOO_SLOW,
    /** What it holds is needed for others. */
    NO_ROOM
}
