package org.perceus.node.internal.boots;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.perceus.node.BootSummary;
import org.perceus.node.MacAddress;
import org.perceus.node.internal.archive.BootWrite;
import org.perceus.node.internal.archive.NodeWrite;

/**
 * What of a node's boots is to be written, and what of them stays in memory then: those back to the newest that was ready.
 *
 * @param keep how many at most
 * @param sharing keeps once what boots say alike
 */
public record Settlement(int keep, Sharing sharing) {
    /** What is to be written of a node. */
    public NodeWrite write(MacAddress mac, NodeBoots node) {
        List<BootWrite> writes = new ArrayList<>();
        for (KeptBoot boot : node.boots()) {
            if (!boot.isSaved()) {
                int from = boot.unsaved();
                writes.add(new BootWrite(
                        boot.summary(),
                        from,
                        boot.tail().subList(from - boot.first(), boot.tail().size()),
                        boot.proven()));
            }
        }
        long recent = needed(node.boots()).stream()
                .filter(KeptBoot::proven)
                .mapToLong(boot -> boot.id().startedMillis())
                .min()
                .orElse(Long.MIN_VALUE);
        return new NodeWrite(mac, writes, recent, keep);
    }

    /** The node's boots once something is written of them; what was changed meanwhile is written another time. */
    NodeBoots written(NodeBoots node, NodeWrite write) {
        List<KeptBoot> boots = new ArrayList<>();
        for (KeptBoot boot : node.boots()) {
            boots.add(isIn(write, boot.summary()) ? boot.saved(sharing) : boot);
        }
        return new NodeBoots(settled(boots), node.candidate());
    }

    /** The boots of a node as they are read. */
    NodeBoots read(List<KeptBoot> boots) {
        return new NodeBoots(settled(boots));
    }

    private static boolean isIn(NodeWrite write, BootSummary summary) {
        return write.boots().stream().anyMatch(one -> one.summary() == summary);
    }

    private List<KeptBoot> settled(List<KeptBoot> boots) {
        List<KeptBoot> needed = needed(boots);
        KeptBoot newest = boots.get(boots.size() - 1);
        return boots.stream()
                .filter(boot -> !boot.isSaved() || needed.contains(boot))
                .map(boot -> boot == newest || !boot.isSaved() ? boot : boot.shortened(sharing))
                .toList();
    }

    private List<KeptBoot> needed(List<KeptBoot> boots) {
        List<KeptBoot> newestFirst = new ArrayList<>();
        boolean wasReady = false;
        for (int i = boots.size() - 1; i >= 0 && !wasReady && newestFirst.size() < keep; i--) {
            KeptBoot boot = boots.get(i);
            if (boot.proven()) {
                newestFirst.add(boot);
                wasReady = boot.summary().wasReady();
            }
        }
        Collections.reverse(newestFirst);
        return newestFirst;
    }
}
