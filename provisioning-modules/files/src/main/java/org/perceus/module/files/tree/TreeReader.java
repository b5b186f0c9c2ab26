package org.perceus.module.files.tree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.perceus.module.files.tree.FoundFile.Kind;
import org.perceus.provisioning.spi.ArtifactPublisher;

/** Makes the tree of what was found in the folder of the site's files. For one thread. */
final class TreeReader implements AutoCloseable {
    private static final String MANIFEST = ".manifest";

    private final String root;
    private final Limits limits;
    private final Contents contents;

    /** @param root what the folder is called in sentences */
    TreeReader(String root, Path folder, Limits limits, ArtifactPublisher publisher) {
        this.root = root;
        this.limits = limits;
        this.contents = new Contents(folder, limits, publisher);
    }

    /** Reads the files; {@link #settle} has to follow. */
    SiteTree read(Scan scan) {
        contents.begin();
        if (!scan.whole()) {
            return SiteTree.behind(root + " holds more than " + limits.files() + " files or is deeper than "
                    + Limits.DEPTH + " folders: take some away, or raise maxFiles of etc/org.perceus.module.files.cfg");
        }
        Optional<FoundFile> closed =
                scan.found().stream().filter(TreeReader::hidesScopes).findFirst();
        if (closed.isPresent()) {
            return SiteTree.behind(
                    root + "/" + closed.get().shown() + " cannot be read: let the user of this container read it");
        }
        Map<Scope, List<FoundFile>> files = new HashMap<>();
        Map<Scope, FoundFile> manifests = new HashMap<>();
        List<String> remarks = new ArrayList<>();
        for (FoundFile file : scan.found()) {
            sort(file, files, manifests).ifPresent(remarks::add);
        }
        Map<Scope, Layer> layers = new TreeMap<>(Comparator.comparing(Scope::folder));
        files.forEach((scope, found) -> layers.put(
                scope, new LayerReader(root, scope, contents).read(found, Optional.ofNullable(manifests.get(scope)))));
        return new SiteTree(layers, Optional.empty(), remarks);
    }

    /** Says whether what was read last takes the place of what was read before. */
    void settle(boolean isTaken) {
        contents.end(isTaken);
    }

    @Override
    public void close() {
        contents.close();
    }

    /** Puts a file to those of its scope; what has none is a remark. */
    private Optional<String> sort(FoundFile file, Map<Scope, List<FoundFile>> files, Map<Scope, FoundFile> manifests) {
        String path = file.path();
        if (Scope.isKind(path) && file.kind() == Kind.FOLDER) {
            return Optional.empty();
        }
        Optional<Scope> beside = manifestOf(file);
        if (beside.isPresent()) {
            manifests.put(beside.get(), file);
            files.computeIfAbsent(beside.get(), key -> new ArrayList<>());
            return Optional.empty();
        }
        Optional<Scope> scope = Scope.ofPath(path);
        if (scope.isPresent()) {
            files.computeIfAbsent(scope.get(), key -> new ArrayList<>()).add(file);
        }
        return scope.isPresent() || path.contains("/")
                ? Optional.empty()
                : Optional.of(
                        root + "/" + file.shown() + " is for no node: use the folders all, capsule, group and node");
    }

    /** The scope that a file is the manifest of. */
    private static Optional<Scope> manifestOf(FoundFile file) {
        String path = file.path();
        if (!path.endsWith(MANIFEST) || file.kind() == Kind.FOLDER) {
            return Optional.empty();
        }
        String folder = path.substring(0, path.length() - MANIFEST.length());
        return Scope.ofPath(folder).filter(scope -> scope.folder().equals(folder));
    }

    /** Whether for want of a file nobody knows what a node is to get. */
    private static boolean hidesScopes(FoundFile file) {
        String path = file.path();
        return file.kind() == Kind.CLOSED
                && (!path.contains("/") || path.endsWith("/.") && Scope.isKind(path.substring(0, path.length() - 2)));
    }
}
