package org.perceus.vnfs.internal.neutral;

import java.util.Optional;
import org.perceus.vnfs.internal.source.RootView;

/** What becomes of a line of {@code /etc/crypttab} (crypttab(5)): name, disk, key, options. */
final class CrypttabLine implements DropDisks.TableLine {
    private static final int DISK = 1;
    private static final int OPTIONS = 3;

    @Override
    public Optional<String> neutral(String line, RootView view) {
        Fields fields = new Fields(line);
        boolean waits = fields.isDisk(DISK) && !fields.isPatient(OPTIONS);
        return Optional.of(waits ? fields.withOption(OPTIONS, "nofail", "none") : line);
    }
}
