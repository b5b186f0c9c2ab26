package org.perceus.vnfs.internal.neutral;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.source.RootView;

/** Lets no table of a root wait for disks of the machine that it was made on. */
final class DropDisks implements Rule {
    private static final int MOST_SHOWN = 20;

    private final String table;
    private final TableLine rule;

    /** What becomes of a line of a table. */
    interface TableLine {
        /** The line as it is to be; empty when it goes. */
        Optional<String> neutral(String line, RootView view);
    }

    /** @param table the path of the table */
    DropDisks(String table, TableLine rule) {
        this.table = table;
        this.rule = rule;
    }

    @Override
    public void apply(RootView view, NeutralRoot root) throws IOException {
        Optional<Inode> file =
                view.tree().at(table).filter(inode -> inode.target().isEmpty());
        Optional<String> text = file.isEmpty() ? Optional.empty() : view.text(table);
        if (text.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        int changes = 0;
        for (String line : text.get().split("\n")) {
            String stripped = line.strip();
            Optional<String> neutral =
                    stripped.isEmpty() || stripped.startsWith("#") ? Optional.of(line) : rule.neutral(line, view);
            neutral.ifPresent(lines::add);
            if (!neutral.equals(Optional.of(line)) && changes++ < MOST_SHOWN) {
                tell(root, stripped, neutral);
            }
        }
        if (changes > 0) {
            lines.add("");
            root.replace(view.tree().resolve(table).orElseThrow(), String.join("\n", lines));
        }
    }

    private void tell(NeutralRoot root, String line, Optional<String> neutral) {
        root.changed(
                "/" + table,
                ByteNames.text(line.replaceAll("\\s+", " ")),
                neutral.isPresent()
                        ? "nofail added: a node may not have that disk"
                        : "dropped: a node has not that disk");
    }
}
