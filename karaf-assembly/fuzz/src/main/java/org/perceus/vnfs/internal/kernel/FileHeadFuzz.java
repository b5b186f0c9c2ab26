package org.perceus.vnfs.internal.kernel;

import java.util.Optional;
import org.perceus.fuzz.Input;
import org.perceus.fuzz.Promise;
import org.perceus.vnfs.internal.format.FileFormat;

/** The first bytes of a file: whether it is a kernel, and what else it may be. */
public final class FileHeadFuzz {
    private static final int LONGEST_RELEASE = 128;

    private FileHeadFuzz() {}

    /** A size, and the bytes. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Input input = new Input(bytes);
        long size = input.below(1L << 40);
        byte[] head = input.rest();
        KernelHeader header = KernelHeader.of(head, size);
        if (header instanceof KernelHeader.Bootable kernel) {
            Promise.kept(kernel.release().matches("[A-Za-z0-9._+~-]{0," + LONGEST_RELEASE + "}"), "releases are words");
        } else if (header instanceof KernelHeader.Foreign foreign) {
            Promise.sentence(foreign.what());
            Promise.kept(foreign.what().chars().noneMatch(Character::isISOControl), "sentences are one line");
        }
        Promise.sentence(ForeignImage.what(head));
        Optional<String> refusal = FileFormat.refusal(head);
        refusal.ifPresent(Promise::sentence);
    }
}
