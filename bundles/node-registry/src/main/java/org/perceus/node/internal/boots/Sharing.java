package org.perceus.node.internal.boots;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.perceus.node.BootEvent;
import org.perceus.node.BootSummary;

/** Keeps once what the boots of many nodes say alike. Thread-safe. */
public final class Sharing {
    private static final int VALUES = 20_000;
    private static final int DETAIL = 200;

    private final Map<Object, Object> values = new ConcurrentHashMap<>();

    /** An event by words that others have too. */
    public BootEvent compact(BootEvent event) {
        return new BootEvent(event.at(), event.state(), of(event.step()), of(event.detail()));
    }

    /** Of a boot that has ended: what was wrong while it went on is told no more. */
    BootSummary compact(BootSummary summary) {
        return new BootSummary(
                summary.id(),
                compact(summary.last()),
                summary.ended(),
                summary.since(),
                summary.told(),
                Optional.empty(),
                summary.events(),
                summary.ownStates(),
                summary.furthest(),
                of(summary.facts()));
    }

    /** Of a boot that others came after: of a long reason the beginning tells enough. */
    BootSummary shortened(BootSummary summary) {
        Optional<String> cut =
                summary.last().detail().map(text -> text.length() <= DETAIL ? text : text.substring(0, DETAIL) + "…");
        return cut.equals(summary.last().detail()) ? summary : compact(summary.progressed(cut));
    }

    @SuppressWarnings("unchecked")
    private <T> T of(T value) {
        if (values.size() >= VALUES) {
            // those that are said often are soon back
            values.clear();
        }
        Object known = values.putIfAbsent(value, value);
        return known == null ? value : (T) known;
    }
}
