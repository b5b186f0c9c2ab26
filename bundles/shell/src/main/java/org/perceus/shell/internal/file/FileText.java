package org.perceus.shell.internal.file;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.perceus.provisioning.GivenFile;
import org.perceus.provisioning.spi.FileContent;
import org.perceus.provisioning.spi.NodeFile;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.Printable;
import org.perceus.shell.internal.screen.Screen;

/** What is in a file that a node would get. Immutable. */
public record FileText(GivenFile given) {
    /** Prints a line that tells it from others, and its content. */
    public void printTitled(Screen screen) {
        NodeFile file = given.file();
        String from = file.origin().isEmpty() ? given.module() : given.module() + ": " + file.origin();
        screen.say("==> " + file.path() + " (" + from + ")");
        if (file.content() instanceof FileContent.Text text) {
            print(text.text(), screen);
        } else {
            screen.say(described(file.content()));
        }
    }

    /** Prints the content alone: byte by byte, except for a terminal, which it could drive. */
    public void print(Screen screen) {
        FileContent content = given.file().content();
        if (content instanceof FileContent.Text text) {
            print(text.text(), screen);
        } else if (content instanceof FileContent.Binary binary && screen.width() == 0) {
            byte[] bytes = binary.bytes();
            screen.out().write(bytes, 0, bytes.length);
        } else {
            screen.err().println(Printable.line(given.file().path() + " is " + described(content)));
        }
    }

    /** As JSON: as in the list, with the text if it is one. */
    public JsonObject json() {
        JsonObject one = GivenFiles.json(given);
        FileContent content = given.file().content();
        one.addProperty("text", content instanceof FileContent.Text text ? text.text() : null);
        one.addProperty("base64", content instanceof FileContent.Binary binary ? binary.base64() : null);
        one.addProperty(
                "sha256",
                content instanceof FileContent.Published published
                        ? published.artifact().sha256()
                        : null);
        return one;
    }

    private static void print(String text, Screen screen) {
        if (screen.width() == 0) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            screen.out().write(bytes, 0, bytes.length);
            return;
        }
        String shown = text.lines()
                .map(line -> Printable.line(line.replace("\t", "        ")))
                .collect(Collectors.joining("\n"));
        screen.out().println(shown);
    }

    private static String described(FileContent content) {
        if (content instanceof FileContent.Link link) {
            return "a link to " + link.target();
        }
        if (content instanceof FileContent.Folder) {
            return "a folder";
        }
        return content instanceof FileContent.Published published
                ? Amounts.bytes(content.size()) + " that the node downloads, SHA-256 "
                        + published.artifact().sha256()
                : Amounts.bytes(content.size()) + " that are no text";
    }
}
