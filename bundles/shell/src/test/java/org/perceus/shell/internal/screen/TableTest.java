package org.perceus.shell.internal.screen;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class TableTest {
    @Test
    public void columnsAreAsWideAsTheirWidestCell() {
        Table table = new Table(Column.of("NAME"), Column.number("SIZE"), Column.text("TEXT"))
                .row("a", "1", "x")
                .row("longer", "12345", "");
        assertEquals(
                """
                NAME     SIZE  TEXT
                a           1  x
                longer  12345
                """,
                table.text(0, false));
    }

    @Test
    public void withoutRowsItIsEmpty() {
        Table table = new Table(Column.of("NAME"));
        assertTrue(table.isEmpty());
        assertEquals("NAME\n", table.text(80, true));
    }

    @Test
    public void aWideTerminalChangesNothing() {
        Table table = new Table(Column.of("A"), Column.text("B")).row("1", "2");
        assertEquals(table.text(0, true), table.text(200, true));
    }

    @Test
    public void freeTextIsCutFirst() {
        Table table = new Table(Column.of("NAME"), Column.text("REASON"))
                .row("n0001", "the capsule is not there yet, so the node waits");
        assertEquals("NAME   REASON\nn0001  the capsule ~\n", table.text(20, false));
        assertEquals("NAME   REASON\nn0001  the capsule …\n", table.text(20, true));
    }

    @Test
    public void theWidestFreeTextIsCutBeforeOthers() {
        Table table = new Table(Column.text("A"), Column.text("B")).row("a".repeat(30), "b".repeat(12));
        String[] lines = table.text(30, false).split("\n");
        assertEquals("a".repeat(15) + "~  " + "b".repeat(12), lines[1]);
    }

    @Test
    public void noLineIsLongerThanTheTerminal() {
        Table table = new Table(Column.of("NAME"), Column.of("MAC"), Column.text("REASON"), Column.number("N"));
        table.row("n".repeat(40), "52:54:00:12:34:56", "r".repeat(100), "123456789");
        for (int width = 25; width < 200; width++) {
            for (String line : table.text(width, false).split("\n")) {
                assertTrue(width + ": " + line, line.length() <= width);
            }
        }
    }

    @Test
    public void aVeryNarrowTerminalKeepsSomethingOfEachColumn() {
        Table table = new Table(Column.of("AAAAAA"), Column.of("BBBBBB")).row("abcdef", "ghijkl");
        assertEquals("AAA~  BBB~\nabc~  ghi~\n", table.text(3, false));
    }

    @Test
    public void charactersCountOnceHoweverTheyAreEncoded() {
        Table table = new Table(Column.of("NAME"), Column.of("B"))
                .row("Zoë\uD83D\uDE80", "x")
                .row("abcd", "y");
        assertEquals("NAME  B\nZoë\uD83D\uDE80  x\nabcd  y\n", table.text(0, true));
    }

    @Test
    public void controlCharactersAreHarmless() {
        Table table = new Table(Column.of("A")).row("a\u001b[31m\nb\tc\u0007");
        assertEquals("A\na?[31m?b?c?\n", table.text(0, true));
    }

    @Test
    public void aRowOfAnotherLengthIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> new Table(Column.of("A")).row("1", "2"));
    }

    @Test(timeout = 60_000)
    public void tenThousandRowsTakeNoTime() {
        Table table = new Table(Column.of("NAME"), Column.text("REASON"));
        for (int i = 0; i < 10_000; i++) {
            table.row("n" + i, "some reason that is rather long, for all of them " + i);
        }
        assertEquals(10_001, table.text(40, true).lines().count());
    }
}
