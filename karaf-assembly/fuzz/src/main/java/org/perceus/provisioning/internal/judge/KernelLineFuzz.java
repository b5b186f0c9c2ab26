package org.perceus.provisioning.internal.judge;

import java.util.List;
import java.util.Optional;
import org.perceus.fuzz.Input;
import org.perceus.fuzz.Promise;

/** What a kernel says, and what of it sentences quote. */
public final class KernelLineFuzz {
    private static final int LONGEST = 600;

    private KernelLineFuzz() {}

    /** Lines. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        List<String> lines = new Input(bytes).lines();
        Optional<String> telling = KnownLine.telling(lines);
        Promise.kept(telling.filter(lines::contains).isPresent(), "one of the lines says most");
        boolean known = lines.stream().anyMatch(line -> KnownLine.in(line).isPresent());
        Promise.equal(known, KnownLine.in(telling.get()).isPresent(), "a line that is known says most");
        String quoted = KnownLine.quoted(telling.get());
        Promise.kept(quoted.length() <= LONGEST, "what is quoted is bounded");
        Promise.kept(quoted.chars().noneMatch(Character::isISOControl), "what is quoted is one line");
    }
}
