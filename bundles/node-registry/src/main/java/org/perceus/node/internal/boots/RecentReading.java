package org.perceus.node.internal.boots;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.perceus.node.Boot;
import org.perceus.node.BootSummary;
import org.perceus.node.MacAddress;
import org.perceus.node.internal.archive.RecentBoots;

/**
 * Takes into memory what a start reads.
 *
 * @param settlement says what of it
 */
record RecentReading(Settlement settlement) {
    void read(RecentBoots recent, Map<MacAddress, NodeBoots> boots) {
        Map<MacAddress, List<KeptBoot>> kept = new HashMap<>();
        for (BootSummary ended : recent.ended()) {
            add(kept, ended.id().mac(), KeptBoot.read(settlement.sharing().compact(ended)));
        }
        for (Boot running : recent.underWay()) {
            add(kept, running.id().mac(), KeptBoot.read(running));
        }
        kept.forEach((mac, all) -> boots.put(mac, settlement.read(all)));
    }

    private static void add(Map<MacAddress, List<KeptBoot>> kept, MacAddress mac, KeptBoot boot) {
        kept.computeIfAbsent(mac, same -> new ArrayList<>(1)).add(boot);
    }
}
