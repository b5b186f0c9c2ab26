package org.perceus.provisioning.internal.http;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.node.Boot;
import org.perceus.node.BootJournal;
import org.perceus.node.MacAddress;
import org.perceus.provisioning.HardwareInventory;
import org.perceus.provisioning.NodeHardware;

/** Finds what machines reported on the time-lines of their newest boots, which are on disk. */
@Component
public final class ReportedHardware implements HardwareInventory {
    private static final int BOOTS = 10;

    private final BootJournal journal;

    @Activate
    public ReportedHardware(@Reference BootJournal journal) {
        this.journal = journal;
    }

    @Override
    public Optional<NodeHardware> of(MacAddress mac) {
        List<Boot> newest = journal.boots(Optional.of(mac), BOOTS);
        return newest.stream()
                .flatMap(boot -> boot.newest(event -> event.step().equals(ScriptDesk.STEP)).stream())
                .flatMap(summary -> HardwareReport.read(summary).stream())
                .findFirst();
    }
}
