package org.perceus.vnfs.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.ImportResult;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.internal.root.Limits;

/** A server that does nothing but import: the arguments are a folder and archives; says of each what came of it. */
final class HostileImports {
    private HostileImports() {}

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        Compression fast = new Compression(1, 1);
        Limits limits = Limits.of(1L << 36, 10_000_000);
        VnfsSettings settings = new VnfsSettings(directory, fast, fast, limits, Duration.ofHours(1));
        FileArtifactStore store = new FileArtifactStore(directory, Clock.systemUTC());
        FileCapsuleLibrary library = new FileCapsuleLibrary(store, () -> settings, Clock.systemUTC());
        for (int i = 1; i < arguments.length; i++) {
            CapsuleId id = new CapsuleId("hostile", String.valueOf(i));
            ImportResult result = library.importRoot(id, Path.of(arguments[i]), Progress.none());
            System.out.println(result instanceof ImportResult.Rejected rejected ? rejected.reason() : "taken");
        }
    }
}
