package org.perceus.vnfs.internal.neutral;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.perceus.fuzz.Input;
import org.perceus.fuzz.Promise;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.Limits;
import org.perceus.vnfs.internal.root.RootTree;
import org.perceus.vnfs.internal.source.RootSource;
import org.perceus.vnfs.internal.source.RootView;

/** The lines of /etc/fstab and /etc/crypttab in a root that is imported. */
public final class TableFuzz {
    private static final RootView EMPTY = new RootView(new EmptyRoot(new RootTree(Limits.none())));
    private static final int LONGER = 40;

    private TableFuzz() {}

    /** Lines. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        for (String line : new Input(bytes).lines()) {
            for (DropDisks.TableLine table : List.of(new FstabLine(), new CrypttabLine())) {
                Optional<String> neutral = table.neutral(line, EMPTY);
                neutral.ifPresent(text -> {
                    Promise.kept(text.length() <= line.length() + LONGER, "a line grows by an option");
                    Promise.equal(neutral, table.neutral(text, EMPTY), "what is neutral stays as it is");
                });
            }
        }
    }

    private record EmptyRoot(RootTree tree) implements RootSource {
        @Override
        public List<Finding> findings() {
            return List.of();
        }

        @Override
        public InputStream stored(String path, Inode inode) throws IOException {
            return InputStream.nullInputStream();
        }

        @Override
        public void close() {}
    }
}
