package org.perceus.provisioning;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.Progress;

/** What the provisioning methods built of capsules. Thread-safe. */
@ProviderType
public interface CapsuleImages {
    /**
     * Builds what a method needs of a capsule, unless it is there. Joins a build of the same that is under way.
     *
     * @param method name of the method
     * @param account who wants it; empty when it is not an administrator
     * @param progress hears how far it is, on another thread
     */
    CompletionStage<ImageResult> prepare(CapsuleId capsule, String method, String account, Progress progress);

    /** The same for others than administrators. */
    default CompletionStage<ImageResult> prepare(CapsuleId capsule, String method, Progress progress) {
        return prepare(capsule, method, "", progress);
    }

    /** What a method built, whatever its version. */
    List<BuiltImage> built(String method);
}
