package org.perceus.vnfs.internal.root;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class RootTreeTest {
    private final RootTree tree = new RootTree(Limits.none());

    @Test
    public void sortsByBytesWithParentsFirst() throws SourceRejected {
        for (String name : List.of("b/c", "\u00ff", "b-", "b", "a/", "B", "b/")) {
            tree.add(name, name.equals("b") ? folder() : name.endsWith("/") ? folder() : file(1));
        }
        tree.complete();

        assertEquals(
                List.of("", "B", "a", "b", "b-", "b/c", "\u00ff"),
                List.copyOf(tree.entries().keySet()));
    }

    @Test
    public void takesNamesInAnySpelling() throws SourceRejected {
        tree.add("./usr//share/./doc/", folder());

        assertEquals(Optional.of("usr/share/doc"), tree.resolve("/usr/share/doc"));
        assertEquals(Kind.FOLDER, tree.at("usr/share").orElseThrow().kind());
    }

    @Test
    public void impliesMissingParents() throws SourceRejected {
        tree.add("a/b/c", file(1));
        tree.complete();

        assertEquals(
                List.of("", "a", "a/b", "a/b/c"), List.copyOf(tree.entries().keySet()));
        assertEquals(0755, tree.at("a").orElseThrow().mode());
    }

    @Test
    public void resolvesLinksLikeAProcessInTheRoot() throws SourceRejected {
        tree.add("usr/lib/x", file(1));
        tree.add("lib", link("usr/lib"));
        tree.add("abs", link("/usr/lib/x"));
        tree.add("up", link("../../../usr/../lib/./x"));
        tree.add("usr/self", link("."));
        tree.add("chain", link("abs"));
        tree.add("dangling", link("nothing"));
        tree.add("loop", link("loop"));

        for (String path : List.of("lib/x", "abs", "up", "usr/self/self/lib/x", "chain", "/../lib/x", "usr//lib/x")) {
            assertEquals(path, Optional.of("usr/lib/x"), tree.resolve(path));
        }
        for (String path : List.of("dangling", "loop", "nothing", "abs/x", "lib/x/y", "lib/nothing")) {
            assertEquals(path, Optional.empty(), tree.resolve(path));
        }
        assertEquals(Optional.of(""), tree.resolve("/"));
    }

    @Test
    public void tellsWhatLiesBelowAFolder() throws SourceRejected {
        for (String name : List.of("a/x", "a/y/z", "a-b", "ab", "a0")) {
            tree.add(name, file(1));
        }

        assertEquals(List.of("a/x", "a/y", "a/y/z"), List.copyOf(tree.below("a").keySet()));
    }

    @Test
    public void knowsTheNamesOfAFile() throws SourceRejected {
        Inode file = file(5);
        tree.add("m", file);
        tree.link("z", "m");
        tree.link("a", "./z");
        tree.add("other", file(5));
        tree.complete();

        assertSame(file, tree.at("a").orElseThrow());
        assertTrue(tree.isLinked(file));
        assertEquals(Integer.valueOf(3), tree.linkCounts().get(file));
        assertEquals(Map.of(file, "a"), tree.firstNames());
        assertEquals(10, tree.size());
    }

    @Test
    public void knowsSymbolicLinksOfSeveralNames() throws SourceRejected {
        tree.add("l", link("x"));
        tree.link("m", "l");
        tree.add("n", link("x"));

        assertTrue(tree.isLinked(tree.at("m").orElseThrow()));
        assertFalse(tree.isLinked(tree.at("n").orElseThrow()));
    }

    @Test
    public void isNotCompleteWhenEmpty() throws SourceRejected {
        assertThrows(SourceRejected.class, tree::complete);
        tree.add("./", folder());
        assertThrows(SourceRejected.class, tree::complete);
        tree.add("x", file(0));
        tree.complete();
    }

    @Test
    public void doesNotOverflow() throws SourceRejected {
        RootTree bounded = new RootTree(new Limits(Long.MAX_VALUE, 10, Long.MAX_VALUE));
        bounded.add("a", file(Long.MAX_VALUE));

        assertThrows(SourceRejected.class, () -> bounded.add("b", file(Long.MAX_VALUE)));
    }

    @Test
    public void showsNamesToPeople() {
        assertEquals("'plain'", ByteNames.shown("plain"));
        assertEquals("'\u00fcber'", ByteNames.shown(ByteNames.ofText("\u00fcber")));
        assertEquals("'\u00ff'", ByteNames.shown("\u00ff"));
        assertEquals("'a?b?'", ByteNames.shown("a\nb\u001b"));
        assertEquals(163, ByteNames.shown("x".repeat(9999)).length());
    }

    private static Inode file(long size) {
        return new Inode(Kind.REGULAR, 0644, 0, 0, 0, size, 0, 0, "", Inode.NO_ATTRIBUTES, 0);
    }

    private static Inode link(String target) {
        return new Inode(Kind.SYMLINK, 0777, 0, 0, 0, 0, 0, 0, target, Inode.NO_ATTRIBUTES, 0);
    }

    private static Inode folder() {
        return Inode.impliedFolder();
    }
}
