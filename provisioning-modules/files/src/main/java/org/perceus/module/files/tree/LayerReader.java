package org.perceus.module.files.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.perceus.module.files.manifest.Manifest;
import org.perceus.module.files.manifest.ManifestRule;
import org.perceus.module.files.template.TextTemplate;
import org.perceus.module.files.tree.FoundFile.Kind;
import org.perceus.module.files.tree.SiteEntry.AfterChange;
import org.perceus.module.files.tree.SiteEntry.Body;
import org.perceus.provisioning.spi.Excerpt;
import org.perceus.provisioning.spi.FileContent;
import org.perceus.provisioning.spi.ProvisioningException;

/** Makes the layer of one scope of what was found in its folder. For one thread. */
final class LayerReader {
    private static final String TEMPLATE = ".tmpl";

    private final String root;
    private final Scope scope;
    private final Contents contents;
    private final TreeMap<String, SiteEntry> entries = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    /** @param root what the folder of the site's files is called in sentences */
    LayerReader(String root, Scope scope, Contents contents) {
        this.root = root;
        this.scope = scope;
        this.contents = contents;
    }

    /** @param all the scope's folder and all below it, in the order of the paths */
    Layer read(List<FoundFile> all, Optional<FoundFile> manifest) {
        boolean isThere = !all.isEmpty() && all.get(0).path().equals(scope.folder());
        if (isThere && all.get(0).kind() != Kind.FOLDER) {
            problem(all.get(0), "it is no folder: make it one, or take it away");
            return new Layer(List.of(), problems);
        }
        List<FoundFile> found = isThere ? all.subList(1, all.size()) : all;
        for (int i = 0; i < found.size(); i++) {
            FoundFile file = found.get(i);
            boolean isEmpty = i + 1 == found.size() || !found.get(i + 1).path().startsWith(file.path() + "/");
            add(file, isEmpty);
        }
        manifest.ifPresent(file -> apply(file, found));
        return new Layer(List.copyOf(entries.values()), problems);
    }

    private void add(FoundFile file, boolean isEmpty) {
        String path = file.path().substring(scope.folder().length() + 1);
        Optional<String> objection = NodePath.objection(path);
        if (objection.isPresent()) {
            problem(file, objection.get());
            return;
        }
        try {
            body(file, isEmpty).ifPresent(body -> put(file, target(path, body), body));
        } catch (ProvisioningException e) {
            problems.add(
                    e.getMessage().startsWith(origin(file)) ? e.getMessage() : origin(file) + ": " + e.getMessage());
        } catch (IOException e) {
            problem(file, "it cannot be read: " + e.getMessage());
        }
    }

    private Optional<Body> body(FoundFile file, boolean isEmpty) throws ProvisioningException, IOException {
        return switch (file.kind()) {
            case FOLDER -> isEmpty ? Optional.of(new Body.Fixed(new FileContent.Folder())) : Optional.empty();
            case LINK -> Optional.of(new Body.Fixed(contents.link(file)));
            case FILE ->
                Optional.of(
                        file.path().endsWith(TEMPLATE)
                                ? new Body.Templated(TextTemplate.read(origin(file), contents.text(file)))
                                : new Body.Fixed(contents.content(file)));
            case OTHER -> throw new ProvisioningException("it is neither a file nor a folder nor a link: take it away");
            case CLOSED -> throw new ProvisioningException("this server's user may not read it");
        };
    }

    private static String target(String path, Body body) {
        boolean isTemplate = body instanceof Body.Templated;
        return "/" + (isTemplate ? path.substring(0, path.length() - TEMPLATE.length()) : path);
    }

    private void put(FoundFile file, String path, Body body) {
        SiteEntry entry = new SiteEntry(path, origin(file), file.octal(), Optional.empty(), Optional.empty(), body);
        SiteEntry other = entries.putIfAbsent(path, entry);
        if (other != null) {
            problems.add(
                    other.origin() + " and " + origin(file) + " are both for " + Excerpt.of(path) + ": take one away");
        } else if (path.endsWith("/")) {
            problem(file, "its name is nothing but " + TEMPLATE);
        }
    }

    /** Folders that have files in them are made as ever unless the manifest says otherwise. */
    private void apply(FoundFile file, List<FoundFile> found) {
        Manifest manifest;
        try {
            manifest = Manifest.read(origin(file), contents.text(file));
        } catch (ProvisioningException | IOException e) {
            problem(file, "it cannot be read: " + e.getMessage());
            return;
        }
        problems.addAll(manifest.problems());
        for (ManifestRule rule : manifest.rules()) {
            found.stream()
                    .filter(one -> one.kind() == Kind.FOLDER)
                    .map(one -> folder(one))
                    .filter(folder -> rule.isFor(folder.path()))
                    .forEach(folder -> entries.putIfAbsent(folder.path(), folder));
            Optional<AfterChange> after =
                    rule.run().map(command -> new AfterChange(command, origin(file) + " line " + rule.line()));
            List<String> paths = entries.keySet().stream().filter(rule::isFor).toList();
            paths.forEach(path ->
                    entries.computeIfPresent(path, (key, entry) -> entry.with(rule.mode(), rule.owner(), after)));
            if (paths.isEmpty()) {
                problems.add(origin(file) + " line " + rule.line() + ": no file below " + root + "/" + scope.folder()
                        + " is for " + Excerpt.of(rule.pattern().text()));
            }
        }
    }

    private SiteEntry folder(FoundFile file) {
        String path = file.path().substring(scope.folder().length());
        return new SiteEntry(
                path,
                origin(file),
                "755",
                Optional.empty(),
                Optional.empty(),
                new Body.Fixed(new FileContent.Folder()));
    }

    private void problem(FoundFile file, String what) {
        problems.add(origin(file) + ": " + what);
    }

    private String origin(FoundFile file) {
        return root + "/" + file.shown();
    }
}
