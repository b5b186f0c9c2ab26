package org.perceus.provisioning.internal.hardware;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.node.BootJournal;
import org.perceus.node.MacAddress;
import org.perceus.provisioning.HardwareInventory;
import org.perceus.provisioning.spi.hardware.Hardware;

/**
 * What machines reported: as they say it, and of those that did not since the start, what the journal knows of their newest
 * boots. Each is looked up there once; machines that have the same share one value. Thread-safe.
 */
@Component(service = {HardwareInventory.class, ReportedHardware.class})
public final class ReportedHardware implements HardwareInventory {
    /** Beyond it all is looked up anew: deleted machines are not told here. */
    private static final int MOST_MACHINES = 400_000;

    /** A site has a few kinds; a machine that invents them gains nothing. */
    private static final int MOST_KINDS = 1_000;

    private final BootJournal journal;
    private final Map<MacAddress, Optional<Hardware>> known = new ConcurrentHashMap<>();
    private final Map<Hardware, Optional<Hardware>> kinds = new ConcurrentHashMap<>();

    @Activate
    public ReportedHardware(@Reference BootJournal journal) {
        this.journal = journal;
    }

    @Override
    public Optional<Hardware> of(MacAddress mac) {
        Optional<Hardware> hardware = known.get(mac);
        return hardware != null ? hardware : known.computeIfAbsent(mac, this::written);
    }

    /** Notes what a machine says at this moment, as the line that its time-line gets; one that does not tell changes nothing. */
    public void report(MacAddress mac, String summary) {
        Optional<Hardware> hardware = shared(summary);
        if (hardware.isPresent()) {
            keep(mac, hardware);
        }
    }

    private void keep(MacAddress mac, Optional<Hardware> hardware) {
        if (known.size() >= MOST_MACHINES) {
            known.clear();
        }
        known.put(mac, hardware);
    }

    private Optional<Hardware> written(MacAddress mac) {
        return journal.recent(mac).stream()
                .flatMap(boot -> boot.facts().hardware().stream())
                .map(this::shared)
                .filter(Optional::isPresent)
                .findFirst()
                .orElse(Optional.empty());
    }

    private Optional<Hardware> shared(String summary) {
        if (kinds.size() >= MOST_KINDS) {
            kinds.clear();
        }
        return HardwareSummary.read(summary)
                .map(hardware -> kinds.computeIfAbsent(hardware, Optional::of))
                .orElse(Optional.empty());
    }
}
