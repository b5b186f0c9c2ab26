package org.perceus.vnfs.internal.neutral;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.RootTree;
import org.perceus.vnfs.internal.source.RootSource;
import org.perceus.vnfs.internal.source.RootView;

/**
 * A root without what was of the machine that it was made on: its identity and its disks. The source stays as it is; what
 * is read here differs from it. For one thread.
 */
public final class NeutralRoot implements RootSource {
    private static final List<Rule> RULES = List.of(
            new OpenRoot(),
            new EmptyMachineId(),
            new DropIdentity(),
            new DropDisks("etc/fstab", new FstabLine()),
            new DropDisks("etc/crypttab", new CrypttabLine()));

    private final RootSource source;
    private final Map<Inode, byte[]> contents = new IdentityHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** @param source belongs to this from now on, and is closed with it */
    public NeutralRoot(RootSource source) throws IOException {
        this.source = source;
        RootView view = new RootView(this);
        for (Rule rule : RULES) {
            rule.apply(view, this);
        }
    }

    /** What differs from the source, behind what of it could not be kept. */
    @Override
    public List<Finding> findings() {
        return Stream.concat(source.findings().stream(), findings.stream()).toList();
    }

    /** Gives one name a content of its own; other names of the same file keep theirs. */
    void replace(String path, String content) {
        byte[] bytes = ByteNames.bytes(content);
        Inode changed = tree().at(path).orElseThrow().resized(bytes.length);
        contents.put(changed, bytes);
        tree().replace(path, changed);
    }

    /** Notes what was changed. */
    void changed(String subject, String sentence, String done) {
        findings.add(new Finding(Finding.Kind.CHANGED, subject, sentence, done));
    }

    @Override
    public RootTree tree() {
        return source.tree();
    }

    @Override
    public InputStream stored(String path, Inode inode) throws IOException {
        byte[] replaced = contents.get(inode);
        return replaced == null ? source.stored(path, inode) : new ByteArrayInputStream(replaced);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
