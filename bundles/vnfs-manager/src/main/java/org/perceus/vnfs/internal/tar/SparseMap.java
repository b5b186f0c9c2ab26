package org.perceus.vnfs.internal.tar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Extents;
import org.perceus.vnfs.internal.root.Extents.Run;
import org.perceus.vnfs.internal.root.SourceRejected;

/** Where the data of a sparse file lies, in any of the four ways that GNU tar has had of writing it down. */
final class SparseMap {
    private static final int OLD_RUNS = 4;
    private static final int OLD_RUNS_OFFSET = 386;
    private static final int OLD_EXTENDED_OFFSET = 482;
    private static final int OLD_SIZE_OFFSET = 483;
    private static final int MORE_RUNS = 21;
    private static final int MORE_EXTENDED_OFFSET = 504;
    private static final int FIELD = 12;
    private static final int LONGEST_NUMBER = 20;

    private SparseMap() {}

    /** The form with its map in the header and in blocks after it. */
    static Extents ofOldHeader(TarHeader header, BlockInput in) throws IOException {
        List<Run> runs = new ArrayList<>();
        addRuns(header, OLD_RUNS_OFFSET, OLD_RUNS, runs);
        boolean more = header.flag(OLD_EXTENDED_OFFSET);
        while (more) {
            TarHeader next = new TarHeader(in.block().orElseThrow(in::truncated));
            addRuns(next, 0, MORE_RUNS, runs);
            more = next.flag(MORE_EXTENDED_OFFSET);
            if (runs.size() > Extents.MOST_RUNS) {
                throw damaged();
            }
        }
        return checked(header.number(OLD_SIZE_OFFSET, FIELD), runs);
    }

    /** The forms with their map in PAX records, or, the newest, at the beginning of the data. */
    static Optional<Extents> ofRecords(PaxRecords pax, BlockInput in) throws IOException {
        if (pax.number("GNU.sparse.major", 0) == 1) {
            return Optional.of(checked(pax.number("GNU.sparse.realsize", -1), leadingRuns(in)));
        }
        if (pax.last("GNU.sparse.size").isEmpty()) {
            return Optional.empty();
        }
        Runs runs = new Runs();
        Optional<String> map = pax.last("GNU.sparse.map");
        if (map.isPresent()) {
            String text = map.get();
            int from = 0;
            for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', from)) {
                runs.add(parse(text.substring(from, comma)));
                from = comma + 1;
            }
            runs.add(parse(text.substring(from)));
        } else {
            for (Map.Entry<String, String> record : pax.all()) {
                if (record.getKey().equals("GNU.sparse.offset")
                        || record.getKey().equals("GNU.sparse.numbytes")) {
                    runs.add(parse(record.getValue()));
                }
            }
        }
        return Optional.of(checked(pax.number("GNU.sparse.size", -1), runs.all()));
    }

    /** A map in the oldest form of records. */
    static List<Map.Entry<String, String>> records(Extents extents) {
        List<Run> runs = new ArrayList<>(extents.runs());
        if (runs.isEmpty() || runs.get(runs.size() - 1).end() < extents.size()) {
            // GNU tar makes the hole at the end from an empty run there
            runs.add(new Run(extents.size(), 0));
        }
        List<Map.Entry<String, String>> records = new ArrayList<>();
        records.add(Map.entry("GNU.sparse.size", String.valueOf(extents.size())));
        records.add(Map.entry("GNU.sparse.numblocks", String.valueOf(runs.size())));
        for (Run run : runs) {
            records.add(Map.entry("GNU.sparse.offset", String.valueOf(run.offset())));
            records.add(Map.entry("GNU.sparse.numbytes", String.valueOf(run.length())));
        }
        return records;
    }

    private static Extents checked(long size, List<Run> runs) throws SourceRejected {
        if (size < 0 || runs.size() > Extents.MOST_RUNS) {
            throw damaged();
        }
        long end = 0;
        for (Run run : runs) {
            if (run.offset() < end || run.length() < 0 || run.offset() > size - run.length()) {
                throw damaged();
            }
            end = run.end();
        }
        return new Extents(size, runs.stream().filter(run -> run.length() > 0).toList());
    }

    private static void addRuns(TarHeader header, int offset, int count, List<Run> runs) throws SourceRejected {
        for (int i = 0; i < count; i++) {
            int at = offset + i * 2 * FIELD;
            if (!header.flag(at)) {
                return;
            }
            runs.add(new Run(header.number(at, FIELD), header.number(at + FIELD, FIELD)));
        }
    }

    private static List<Run> leadingRuns(BlockInput in) throws IOException {
        long begin = in.position();
        long count = line(in);
        if (count > Extents.MOST_RUNS) {
            throw damaged();
        }
        Runs runs = new Runs();
        for (long i = 0; i < 2 * count; i++) {
            runs.add(line(in));
        }
        in.skip(Math.floorMod(begin - in.position(), TarHeader.BLOCK));
        return runs.all();
    }

    private static long line(BlockInput in) throws IOException {
        StringBuilder digits = new StringBuilder();
        char digit = (char) in.bytes(1)[0];
        while (digit != '\n') {
            digits.append(digit);
            if (digits.length() > LONGEST_NUMBER) {
                throw damaged();
            }
            digit = (char) in.bytes(1)[0];
        }
        return parse(digits.toString());
    }

    private static long parse(String digits) throws SourceRejected {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new SourceRejected("the map of a sparse file has " + ByteNames.shown(digits) + " in it", e);
        }
    }

    private static SourceRejected damaged() {
        return new SourceRejected("the map of a sparse file is damaged");
    }

    /** Makes runs of their offsets and lengths as these come. */
    private static final class Runs {
        private final List<Run> runs = new ArrayList<>();
        private long offset;
        private boolean half;

        void add(long number) throws SourceRejected {
            if (half) {
                runs.add(new Run(offset, number));
            } else if (runs.size() == Extents.MOST_RUNS) {
                throw damaged();
            }
            offset = number;
            half = !half;
        }

        List<Run> all() throws SourceRejected {
            if (half) {
                throw damaged();
            }
            return runs;
        }
    }
}
