package org.perceus.administration.internal.capsule;

import java.util.List;
import java.util.regex.Pattern;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;

/** Numbers the versions of capsules that were given none. */
final class NextVersion {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private NextVersion() {}

    /**
     * Reads {@code name@version}, or {@code name} for the version after the highest number so far.
     *
     * @throws IllegalArgumentException with a sentence when it is malformed
     */
    static CapsuleId of(String nameOrId, List<Capsule> capsules) {
        if (nameOrId.indexOf('@') >= 0) {
            return CapsuleId.parse(nameOrId);
        }
        int highest = capsules.stream()
                .filter(capsule -> capsule.id().name().equals(nameOrId))
                .map(capsule -> capsule.id().version())
                .filter(version -> NUMBER.matcher(version).matches())
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        return new CapsuleId(nameOrId, Integer.toString(highest + 1));
    }
}
