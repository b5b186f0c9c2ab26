package org.perceus.administration.internal.capsule;

import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.administration.internal.deed.Part;
import org.perceus.module.CapsuleImages;
import org.perceus.vnfs.CapsuleLibrary;

/** The parts of Perceus that deeds for capsules need, each of which may come and go. Thread-safe. */
@Component(service = CapsuleParts.class)
public final class CapsuleParts {
    private final Part<CapsuleLibrary> library = new Part<>("capsule library");
    private final Part<CapsuleImages> images = new Part<>("module platform");

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindLibrary(CapsuleLibrary service) {
        library.bind(service);
    }

    void unbindLibrary(CapsuleLibrary service) {
        library.unbind(service);
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindImages(CapsuleImages service) {
        images.bind(service);
    }

    void unbindImages(CapsuleImages service) {
        images.unbind(service);
    }

    /** The capsules. */
    CapsuleLibrary library() {
        return library.get();
    }

    /** What was built of the capsules. */
    CapsuleImages images() {
        return images.get();
    }
}
