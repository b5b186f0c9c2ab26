package org.perceus.boot;

import org.osgi.annotation.versioning.ConsumerType;

/** Knows the names that the DNS server answers for. Without one, it refuses all questions. */
@ConsumerType
public interface NameDirectory {
    /** The names as they are now. Called for every question on the thread that receives packets, so it must not block. */
    SiteNames names();
}
