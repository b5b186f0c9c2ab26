package org.perceus.boot.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Constants;

/** Services of one type, the best first: highest ranking, then lowest service id. Readers never wait. */
final class Ranked<T> {
    private final Comparator<Entry<T>> order;
    private volatile List<Entry<T>> entries = List.of();

    /**
     * A service with what it is ranked by.
     *
     * @param service the service
     * @param ranking its {@code service.ranking}, 0 without one
     * @param id its {@code service.id}
     */
    record Entry<T>(T service, int ranking, long id) {}

    /** Orders by ranking alone. */
    Ranked() {
        this((one, other) -> 0);
    }

    /** Orders by something of the services first, and by ranking where that is equal. */
    Ranked(Comparator<T> first) {
        this.order = Comparator.comparing((Entry<T> entry) -> entry.service(), first)
                .thenComparing(Comparator.comparingInt((Entry<T> entry) -> entry.ranking())
                        .reversed())
                .thenComparingLong(Entry::id);
    }

    synchronized void add(T service, Map<String, Object> properties) {
        int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0;
        long id = properties.get(Constants.SERVICE_ID) instanceof Long number ? number : Long.MAX_VALUE;
        List<Entry<T>> changed = new ArrayList<>(entries);
        changed.add(new Entry<>(service, ranking, id));
        changed.sort(order);
        entries = List.copyOf(changed);
    }

    synchronized void remove(T service) {
        entries = entries.stream().filter(entry -> entry.service() != service).toList();
    }

    List<T> all() {
        return entries.stream().map(Entry::service).toList();
    }

    Optional<T> best() {
        List<Entry<T>> now = entries;
        return now.isEmpty() ? Optional.empty() : Optional.of(now.get(0).service());
    }
}
