package org.perceus.provisioning.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.CapsuleLibrary;
import org.perceus.vnfs.ImportResult;
import org.perceus.vnfs.Progress;

/** A library in memory: the capsule that was added last is the newest. */
public final class FakeLibrary implements CapsuleLibrary {
    private final List<Capsule> capsules = new CopyOnWriteArrayList<>();

    /** Adds a capsule as if it was imported now. */
    public FakeLibrary with(Capsule capsule) {
        capsules.add(0, capsule);
        return this;
    }

    @Override
    public List<Capsule> capsules() {
        return List.copyOf(capsules);
    }

    @Override
    public Optional<Capsule> find(CapsuleId id) {
        return find(id.toString());
    }

    @Override
    public Optional<Capsule> find(String nameOrId) {
        return capsules.stream()
                .filter(capsule -> capsule.id().name().equals(nameOrId)
                        || capsule.id().toString().equals(nameOrId))
                .findFirst();
    }

    @Override
    public ImportResult importRoot(CapsuleId id, Path source, Optional<String> kernel, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ImportResult examineRoot(CapsuleId id, Path source, Optional<String> kernel, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(CapsuleId id) {
        return capsules.removeIf(capsule -> capsule.id().equals(id));
    }
}
