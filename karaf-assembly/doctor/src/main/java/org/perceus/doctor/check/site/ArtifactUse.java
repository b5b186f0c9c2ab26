package org.perceus.doctor.check.site;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who needs an artifact: capsules name their archives, images what was built of these. Immutable. */
final class ArtifactUse {
    private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");

    private final Map<String, String> capsules = new HashMap<>();
    private final Map<String, String> images = new HashMap<>();
    private final Set<String> perceusOs = new HashSet<>();

    private ArtifactUse() {}

    /**
     * Reads what is known of capsules and images; what cannot be read names nothing.
     *
     * @param vnfs the folder of capsules
     * @param modules the folder of images
     * @param os the folder of Perceus OS
     */
    static ArtifactUse read(Path vnfs, Path modules, Path os) throws IOException {
        ArtifactUse use = new ArtifactUse();
        for (Path file : files(vnfs.resolve("capsules"), "capsule.json")) {
            use.capsule(Files.readString(file));
        }
        for (Path file : files(modules.resolve("images"), ".image")) {
            String capsule = file.getParent().getParent().getFileName() + "@"
                    + file.getParent().getFileName();
            String method = file.getFileName().toString().replaceFirst("-[0-9].*", "");
            Matcher hashes = HASH.matcher(Files.readString(file));
            while (hashes.find()) {
                use.images.put(hashes.group(), capsule + " for " + method);
            }
        }
        for (Path file : files(os, "manifest")) {
            HASH.matcher(Files.readString(file)).results().forEach(found -> use.perceusOs.add(found.group()));
        }
        return use;
    }

    /** Which capsule's archive it is. */
    Optional<String> capsule(Hash artifact) {
        return Optional.ofNullable(capsules.get(artifact.sha256()));
    }

    /** What it is a part of that can be made again: an image, or Perceus OS. */
    Optional<String> part(Hash artifact) {
        return Optional.ofNullable(images.get(artifact.sha256()))
                .or(() -> Optional.of("Perceus OS").filter(os -> perceusOs.contains(artifact.sha256())));
    }

    /** All that capsules and images need; of Perceus OS not each file is an artifact. */
    List<Hash> all() {
        return Stream.concat(capsules.keySet().stream(), images.keySet().stream())
                .distinct()
                .sorted()
                .map(Hash::new)
                .toList();
    }

    /** The name of an artifact. */
    record Hash(String sha256) {}

    private void capsule(String json) {
        try {
            JsonObject object = JsonParser.parseString(json).getAsJsonObject();
            capsules.put(
                    object.get("rootSha256").getAsString(),
                    object.get("name").getAsString() + "@"
                            + object.get("version").getAsString());
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            // the container passes over it too, and says so in its log
            return;
        }
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(end))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }
}
