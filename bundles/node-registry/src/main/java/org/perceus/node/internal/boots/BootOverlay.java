package org.perceus.node.internal.boots;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perceus.node.Boot;
import org.perceus.node.BootId;
import org.perceus.node.MacAddress;

/**
 * Lays what is in memory over what was read from the disk.
 *
 * @param nodes the nodes that are asked for
 */
public record BootOverlay(Collection<NodeBoots> nodes) {
    /** The newest of those on disk and in memory. */
    public List<Boot> over(List<Boot> read, int limit) {
        Map<BootId, Boot> boots = new LinkedHashMap<>();
        read.forEach(boot -> boots.put(boot.id(), boot));
        for (NodeBoots node : nodes) {
            for (KeptBoot kept : node.boots()) {
                kept.whole().ifPresent(boot -> boots.put(boot.id(), boot));
            }
            node.candidate().filter(one -> !one.overtaken()).ifPresent(one -> {
                one.before().map(boot -> over(boot, one.boot())).ifPresent(boot -> boots.put(boot.id(), boot));
                boots.put(one.boot().id(), one.boot());
            });
        }
        return boots.values().stream()
                .sorted(Comparator.comparingLong((Boot boot) -> boot.id().startedMillis())
                        .reversed())
                .limit(limit)
                .toList();
    }

    /** The newest of each node. */
    public List<Boot> newest(List<Boot> read) {
        Map<MacAddress, Boot> newest = new HashMap<>();
        for (Boot boot : over(read, Integer.MAX_VALUE)) {
            newest.putIfAbsent(boot.id().mac(), boot);
        }
        return List.copyOf(newest.values());
    }

    private static Boot over(Boot boot, Boot next) {
        return new Boot(boot.id(), boot.events(), boot.ended().or(() -> Optional.of(next.started())));
    }
}
