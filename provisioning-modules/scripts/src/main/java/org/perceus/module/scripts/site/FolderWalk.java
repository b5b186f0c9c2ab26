package org.perceus.module.scripts.site;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.perceus.module.scripts.site.FolderSurvey.Found;
import org.perceus.module.scripts.site.ScriptTree.Place;
import org.perceus.provisioning.spi.StateScript.State;

/** Looks through the folder of scripts once. */
final class FolderWalk {
    private final Path folder;
    private final List<Found> files = new ArrayList<>();
    private final List<String> strays = new ArrayList<>();
    private int seen;

    FolderWalk(Path folder) {
        this.folder = folder;
    }

    FolderSurvey survey() throws IOException {
        for (Path state : in(folder)) {
            Optional<State> known = State.parse(state.getFileName().toString());
            if (known.isPresent()) {
                scopes(known.get(), state);
            } else {
                stray(state, "is no state: use init, start, ready or shutdown, or x-NAME for one of your own");
            }
        }
        long bytes = files.stream().mapToLong(Found::size).sum();
        String much = seen > FolderSurvey.MOST_FILES
                ? "more than " + FolderSurvey.MOST_FILES + " files"
                : bytes > FolderSurvey.MOST_BYTES ? "more than " + (FolderSurvey.MOST_BYTES >> 20) + " MiB" : "";
        Optional<String> limit = Optional.of(much)
                .filter(words -> !words.isEmpty())
                .map(words -> "the folder " + folder + " has " + words + ", which is too much for scripts");
        return new FolderSurvey(List.copyOf(files), List.copyOf(strays), limit);
    }

    private void scopes(State state, Path place) throws IOException {
        for (Path kind : in(place)) {
            Optional<Scope.Kind> known = word(Scope.Kind.values(), kind);
            if (known.isEmpty()) {
                stray(kind, "is no scope: use all, capsule/NAME, group/NAME or node/NAME");
            } else if (known.get() == Scope.Kind.ALL) {
                files(new Place(state, new Scope(Scope.Kind.ALL, "")), kind);
            } else {
                for (Path name : in(kind)) {
                    files(
                            new Place(
                                    state,
                                    new Scope(known.get(), name.getFileName().toString())),
                            name);
                }
            }
        }
    }

    private void files(Place place, Path scope) throws IOException {
        for (Path file : in(scope)) {
            try {
                PosixFileAttributes is = Files.readAttributes(file, PosixFileAttributes.class);
                if (is.isRegularFile()) {
                    boolean executable = is.permissions().contains(PosixFilePermission.OWNER_EXECUTE);
                    files.add(new Found(place, file, is.lastModifiedTime(), is.size(), executable));
                } else {
                    stray(file, "is no file");
                }
            } catch (NoSuchFileException e) {
                // it was removed meanwhile, or is a link to nothing
                stray(file, "is not there");
            }
        }
    }

    /** What a folder has but what editors leave behind, sorted; nothing of what is none. */
    private List<Path> in(Path place) throws IOException {
        if (seen > FolderSurvey.MOST_FILES) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(place)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (!name.startsWith(".") && !name.endsWith("~")) {
                    found.add(entry);
                    seen++;
                }
                if (seen > FolderSurvey.MOST_FILES) {
                    break;
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        } catch (NotDirectoryException e) {
            stray(place, "is no folder");
        } catch (NoSuchFileException e) {
            return List.of();
        }
        return found.stream().sorted().toList();
    }

    private void stray(Path path, String why) {
        strays.add(FolderSurvey.place(folder, path) + " in " + folder + " " + why);
    }

    private static <W extends Enum<W>> Optional<W> word(W[] words, Path path) {
        String name = path.getFileName().toString();
        return Stream.of(words)
                .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
