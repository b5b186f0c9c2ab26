package org.perceus.module;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** What the provisioning methods built of capsules. Thread-safe. */
@ProviderType
public interface CapsuleImages {
    /**
     * Whether nodes can have what a method needs of a capsule; has it built when it is not there. Answers from memory, but
     * for the first look at an image after a start.
     */
    ImageState state(CapsuleContent capsule, ModuleIdentity method);

    /**
     * Builds what a method needs of a capsule, unless it is there. Joins a build of the same that is under way.
     *
     * @param capsule {@code name@version}
     * @param method name of the method
     * @param account who wants it; empty when it is not an administrator
     * @param progress hears how far it is, on another thread
     */
    CompletionStage<ImageResult> prepare(String capsule, String method, String account, BuildProgress progress);

    /** The same for others than administrators. */
    default CompletionStage<ImageResult> prepare(String capsule, String method, BuildProgress progress) {
        return prepare(capsule, method, "", progress);
    }

    /** What a method built, whatever its version. */
    List<BuiltImage> built(String method);

    /**
     * All images that nodes may have been told of.
     *
     * @throws IOException when one of them cannot be read
     */
    List<Image> images() throws IOException;
}
