package org.perceus.boot.internal.net;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.perceus.boot.TrafficCounters;

/** The counters of all servers. */
@Component(service = {TrafficCounters.class, Counters.class})
public final class Counters implements TrafficCounters {
    private final Map<String, LongAdder> values = new ConcurrentHashMap<>();

    /** Starts with no counters. */
    @Activate
    public Counters() {}

    /** A server's own counters: their names get the prefix and a dot. */
    public Scope scope(String prefix) {
        return new Scope(prefix);
    }

    @Override
    public SortedMap<String, Long> counters() {
        SortedMap<String, Long> copy = new TreeMap<>();
        values.forEach((name, value) -> copy.put(name, value.sum()));
        return copy;
    }

    /** The counters whose names have one prefix. */
    public final class Scope {
        private final String prefix;
        private final Map<String, LongAdder> known = new ConcurrentHashMap<>();

        private Scope(String prefix) {
            this.prefix = prefix;
        }

        /** Counts one event. */
        public void count(String event) {
            known.computeIfAbsent(event, this::counter).increment();
        }

        private LongAdder counter(String event) {
            return values.computeIfAbsent(prefix + "." + event, name -> new LongAdder());
        }
    }
}
