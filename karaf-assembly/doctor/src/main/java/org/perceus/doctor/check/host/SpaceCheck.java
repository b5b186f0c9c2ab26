package org.perceus.doctor.check.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Finding;

/** Whether there is room for what the container keeps. */
public final class SpaceCheck implements Check {
    private static final long GIB = 1L << 30;
    private static final long ENOUGH = 5 * GIB;
    private static final long LEAST = GIB;

    private final Set<Path> folders;
    private final Room room;

    /** How much room there is. */
    public interface Room {
        /** The bytes that this account may still write below a folder that is there. */
        long of(Path folder) throws IOException;
    }

    /** @param folders none of which need be there */
    public SpaceCheck(List<Path> folders, Room room) {
        this.folders = new LinkedHashSet<>(folders);
        this.room = room;
    }

    @Override
    public String name() {
        return "space";
    }

    @Override
    public List<Finding> findings() throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (Path folder : folders) {
            findings.add(finding(folder, room.of(existing(folder))));
        }
        return findings;
    }

    private static Finding finding(Path folder, long bytes) {
        String sentence = folder + " has room for " + (bytes >= GIB ? bytes / GIB + " GiB" : (bytes >> 20) + " MiB");
        String command = "df -h " + existing(folder);
        if (bytes < LEAST) {
            return Finding.problem(sentence + ", and changes, boots and capsules are lost without: make room")
                    .with(command);
        }
        return bytes < ENOUGH
                ? Finding.warning(sentence + ", which a few capsules fill: make room")
                        .with(command)
                : Finding.ok(sentence);
    }

    private static Path existing(Path folder) {
        Path place = folder.toAbsolutePath();
        while (!Files.isDirectory(place)) {
            place = place.getParent();
        }
        return place;
    }
}
