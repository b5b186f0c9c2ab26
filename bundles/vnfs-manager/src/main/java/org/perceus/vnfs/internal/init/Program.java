package org.perceus.vnfs.internal.init;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.source.RootView;

/** A file of a root that a kernel is to execute. */
final class Program {
    private static final int ANY_EXECUTE = 0111;
    private static final int HEAD = 4096;
    private static final int LONGEST_NAME = 4096;
    private static final int INTERPRETER = 3;

    private final RootView root;
    private final String path;
    private final ByteBuffer head;

    Program(RootView root, String path) throws IOException {
        this.root = root;
        this.path = path;
        this.head = ByteBuffer.wrap(root.bytes(path, 0, HEAD)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Why no kernel can execute it, in words that go behind its name; empty when one can. */
    Optional<String> obstacle() throws IOException {
        Optional<Inode> file = root.file(path);
        if (file.isEmpty()) {
            return Optional.of("is a link to nothing, or no regular file");
        }
        if ((file.get().mode() & ANY_EXECUTE) == 0) {
            return Optional.of("is not executable");
        }
        if (isScript()) {
            return Optional.empty();
        }
        if (head.limit() < Elf.HEADER || !text(0, 4).equals("\u007fELF")) {
            return Optional.of("is neither an ELF program nor a script that begins with #!");
        }
        Elf elf = new Elf(head);
        if (!elf.isForX86()) {
            return Optional.of("is a program for another machine than x86_64");
        }
        Optional<Elf.Segment> interpreter = elf.segment(INTERPRETER);
        return interpreter.isEmpty() ? Optional.empty() : missing(name(interpreter.get()));
    }

    boolean isScript() {
        return text(0, 2).equals("#!");
    }

    /** What a script wants to be read by and the root has not. */
    Optional<String> missingInterpreter() {
        String line = text(2, HEAD).split("\n", 2)[0].strip();
        return isScript() ? missing(line.split("[ \t]", 2)[0]) : Optional.empty();
    }

    /** The text of a small script. */
    String script() {
        return isScript() ? text(0, HEAD) : "";
    }

    private Optional<String> missing(String program) {
        return root.file(program).isPresent()
                ? Optional.empty()
                : Optional.of("needs " + ByteNames.shown(program) + ", which is not in the root");
    }

    private String name(Elf.Segment segment) throws IOException {
        byte[] name = root.bytes(path, segment.offset(), (int) Math.min(segment.size(), LONGEST_NAME));
        return new String(name, StandardCharsets.ISO_8859_1).split("\0", 2)[0];
    }

    private String text(int from, int to) {
        int end = Math.min(to, head.limit());
        return end <= from ? "" : new String(head.array(), from, end - from, StandardCharsets.ISO_8859_1);
    }
}
