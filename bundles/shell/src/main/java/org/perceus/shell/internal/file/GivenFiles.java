package org.perceus.shell.internal.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.perceus.provisioning.GivenFile;
import org.perceus.provisioning.PreviewResult;
import org.perceus.provisioning.spi.FileContent;
import org.perceus.provisioning.spi.NodeFile;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.Table;

/** The files that a node would get, as they are shown. Immutable. */
public final class GivenFiles {
    private final List<GivenFile> files;

    /** What a node would be given. */
    public GivenFiles(PreviewResult.Shares shares) {
        this.files = shares.files();
    }

    /** All of them. */
    public List<GivenFile> files() {
        return files;
    }

    /** The one at a path of the node. */
    public Optional<GivenFile> at(String path) {
        return files.stream().filter(given -> given.file().path().equals(path)).findFirst();
    }

    /** As a table. */
    public Table table() {
        Table table = new Table(
                Column.of("PATH"),
                Column.of("MODE"),
                Column.of("OWNER"),
                Column.number("SIZE"),
                Column.of("MODULE"),
                Column.text("FROM"));
        for (GivenFile given : files) {
            NodeFile file = given.file();
            table.row(
                    file.path() + suffix(file.content()),
                    mode(file),
                    file.owner().orElse("root"),
                    hasSize(file.content()) ? Amounts.bytes(file.content().size()) : "-",
                    given.module() + (given.instead().isEmpty() ? "" : ", not " + String.join(", ", given.instead())),
                    file.origin().isEmpty() ? "-" : file.origin());
        }
        return table;
    }

    /** As JSON; the fields are documented in {@code docs/commands.md} and stay. */
    public JsonArray json() {
        JsonArray array = new JsonArray();
        files.forEach(given -> array.add(json(given)));
        return array;
    }

    /** One of them as JSON. */
    static JsonObject json(GivenFile given) {
        NodeFile file = given.file();
        JsonObject one = new JsonObject();
        one.addProperty("path", file.path());
        one.addProperty("kind", kind(file.content()));
        one.addProperty("mode", hasMode(file.content()) ? mode(file) : null);
        one.addProperty("owner", file.owner().orElse("root"));
        one.addProperty("size", hasSize(file.content()) ? file.content().size() : null);
        one.addProperty("target", file.content() instanceof FileContent.Link link ? link.target() : null);
        one.addProperty("module", given.module());
        one.addProperty("from", file.origin().isEmpty() ? null : file.origin());
        JsonArray instead = new JsonArray();
        given.instead().forEach(instead::add);
        one.add("instead", instead);
        return one;
    }

    private static String mode(NodeFile file) {
        return hasMode(file.content()) ? file.mode().replaceFirst("^0(?=...)", "") : "-";
    }

    private static boolean hasMode(FileContent content) {
        return !(content instanceof FileContent.Link);
    }

    private static boolean hasSize(FileContent content) {
        return kind(content).equals("file");
    }

    private static String kind(FileContent content) {
        if (content instanceof FileContent.Link) {
            return "link";
        }
        return content instanceof FileContent.Folder ? "folder" : "file";
    }

    private static String suffix(FileContent content) {
        if (content instanceof FileContent.Link link) {
            return " -> " + link.target();
        }
        return content instanceof FileContent.Folder ? "/" : "";
    }
}
