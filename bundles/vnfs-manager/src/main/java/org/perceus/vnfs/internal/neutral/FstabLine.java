package org.perceus.vnfs.internal.neutral;

import java.util.Optional;
import java.util.regex.Pattern;
import org.perceus.vnfs.internal.source.RootView;

/** What becomes of a line of {@code /etc/fstab} (fstab(5)). */
final class FstabLine implements DropDisks.TableLine {
    private static final int SOURCE = 0;
    private static final int FOLDER = 1;
    private static final int TYPE = 2;
    private static final int OPTIONS = 3;

    /** What the system itself needs, and waits for even when the line says that it need not: it is in the capsule. */
    private static final Pattern SYSTEM =
            Pattern.compile("/|/boot(/.*)?|/efi|/usr(/.*)?|/etc|/root|/tmp|/var(/(log(/audit)?|tmp|lib|cache|spool))?");

    @Override
    public Optional<String> neutral(String line, RootView view) {
        Fields fields = new Fields(line);
        boolean isSwap = fields.get(TYPE).equals("swap");
        boolean isLostSwapFile = isSwap
                && fields.get(SOURCE).startsWith("/")
                && !fields.get(SOURCE).startsWith("/dev/")
                && view.file(fields.get(SOURCE)).isEmpty();
        boolean isDisk = fields.isDisk(SOURCE) || fields.get(TYPE).equals("zfs");
        if (!isDisk && !isLostSwapFile) {
            return Optional.of(line);
        }
        if (isSwap || SYSTEM.matcher(plain(fields.get(FOLDER))).matches()) {
            return Optional.empty();
        }
        return Optional.of(fields.isPatient(OPTIONS) ? line : fields.withOption(OPTIONS, "nofail", "auto"));
    }

    /** A folder without slashes behind it. */
    private static String plain(String folder) {
        int end = folder.length();
        while (end > 1 && folder.charAt(end - 1) == '/') {
            end--;
        }
        return folder.substring(0, end);
    }
}
