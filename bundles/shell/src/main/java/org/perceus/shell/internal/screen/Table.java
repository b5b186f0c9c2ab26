package org.perceus.shell.internal.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Rows under titled columns, made to fit a terminal. Not thread-safe. */
public final class Table {
    private static final String GAP = "  ";
    private static final int LEAST_ELASTIC = 8;
    private static final int LEAST = 4;

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /** An empty table. */
    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row with as many cells as there are columns. */
    public Table row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException("a row has " + columns.size() + " cells");
        }
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(Printable.line(cell));
        }
        rows.add(row);
        return this;
    }

    /** Whether it has no rows. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * The table as lines.
     *
     * @param width columns of the terminal; 0 for no limit
     * @param unicode whether it may hold more than ASCII
     */
    public String text(int width, boolean unicode) {
        int[] widths = widths(width);
        StringBuilder text = new StringBuilder();
        line(text, columns.stream().map(Column::header).toList(), widths, unicode);
        for (List<String> row : rows) {
            line(text, row, widths, unicode);
        }
        return text.toString();
    }

    private int[] widths(int limit) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = length(columns.get(i).header());
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        if (limit > 0) {
            shrink(widths, limit, i -> columns.get(i).elastic() ? LEAST_ELASTIC : Integer.MAX_VALUE);
            shrink(widths, limit, i -> LEAST);
        }
        return widths;
    }

    private static void shrink(int[] widths, int limit, ToIntFunction<Integer> least) {
        int excess = GAP.length() * (widths.length - 1) - limit;
        for (int width : widths) {
            excess += width;
        }
        while (excess-- > 0) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] > least.applyAsInt(i) && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }

    private void line(StringBuilder text, List<String> cells, int[] widths, boolean unicode) {
        int start = text.length();
        for (int i = 0; i < widths.length; i++) {
            String cell = cut(cells.get(i), widths[i], unicode);
            String padding = " ".repeat(widths[i] - length(cell));
            text.append(i == 0 ? "" : GAP);
            text.append(columns.get(i).right() ? padding + cell : cell + padding);
        }
        int end = text.length();
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
        text.append('\n');
    }

    private static String cut(String cell, int width, boolean unicode) {
        if (length(cell) <= width) {
            return cell;
        }
        return cell.substring(0, cell.offsetByCodePoints(0, width - 1)) + (unicode ? "…" : "~");
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
