package org.perceus.module.scripts.site;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.perceus.module.scripts.site.ScriptTree.Place;
import org.perceus.provisioning.spi.Excerpt;

/**
 * Which files the folder of scripts has, {@code STATE/all/NAME} and {@code STATE/KIND/NAME/NAME}, without what is in them.
 *
 * @param files the files, sorted
 * @param strays what is at no place of a script, in a sentence each
 * @param limit the sentence of a bound that was reached
 */
record FolderSurvey(List<Found> files, List<String> strays, Optional<String> limit) {
    static final int MOST_FILES = 4096;
    static final int MOST_BYTES = 16 << 20;

    private static final int LONGEST_PLACE = 600;
    private static final Duration REST = Duration.ofSeconds(1);

    /** A file at the place of a script. */
    record Found(Place place, Path file, FileTime changed, long size, boolean executable) {
        String name() {
            return file.getFileName().toString();
        }

        private String stamp() {
            return file + " " + changed + " " + size + " " + executable;
        }
    }

    /** Looks into a folder, which need not be there. */
    static FolderSurvey of(Path folder) throws IOException {
        return new FolderWalk(folder).survey();
    }

    /** Where a path is in the folder, for sentences. */
    static String place(Path folder, Path path) {
        return Excerpt.of(folder.relativize(path).toString(), LONGEST_PLACE);
    }

    /**
     * Whether another is of the same folder unchanged. Compared as texts, as the JDK keeps the class of a record whose equality it
     * computed, and with it the class loader of a module that is gone.
     */
    boolean isSame(FolderSurvey other) {
        return stamps().equals(other.stamps()) && strays.equals(other.strays) && limit.equals(other.limit);
    }

    private List<String> stamps() {
        return files.stream().map(Found::stamp).toList();
    }

    /** Whether no file was changed just now, so that none is being written; one from the future was not. */
    boolean isAtRest(Instant now) {
        return files.stream()
                .map(found -> Duration.between(found.changed().toInstant(), now))
                .allMatch(age -> age.isNegative() || age.compareTo(REST) > 0);
    }
}
