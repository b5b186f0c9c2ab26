package org.perceus.vnfs.internal.neutral;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of a table whose fields are separated by blanks. Immutable. */
final class Fields {
    private static final Pattern FIELD = Pattern.compile("\\S+");
    private static final Pattern DISK =
            Pattern.compile("[\"']?(?:(?:UUID|LABEL|PARTUUID|PARTLABEL|ID)=|/dev/(?!zram|null|u?random|shm)).*");
    private static final List<String> PATIENT = List.of("nofail", "noauto", "x-systemd.automount");

    private final String line;
    private final List<int[]> places = new ArrayList<>();

    Fields(String line) {
        this.line = line;
        Matcher field = FIELD.matcher(line);
        while (field.find()) {
            places.add(new int[] {field.start(), field.end()});
        }
    }

    /** A field by its number from 0; empty when there is none. */
    String get(int number) {
        return number < places.size() ? line.substring(places.get(number)[0], places.get(number)[1]) : "";
    }

    /** Whether a field names a disk. */
    boolean isDisk(int number) {
        return DISK.matcher(get(number)).matches();
    }

    /** Whether a list of options lets the boot go on without the disk. */
    boolean isPatient(int number) {
        return Arrays.stream(get(number).split(",")).anyMatch(PATIENT::contains);
    }

    /** The line with one more option in a field, which is made, behind others that are made, when it is not there. */
    String withOption(int number, String option, String... missing) {
        if (number < places.size()) {
            int end = places.get(number)[1];
            return line.substring(0, end) + "," + option + line.substring(end);
        }
        int last = places.isEmpty() ? 0 : places.get(places.size() - 1)[1];
        StringBuilder longer = new StringBuilder(line.substring(0, last));
        for (int i = places.size(); i < number; i++) {
            longer.append(' ').append(missing[Math.max(0, i - number + missing.length)]);
        }
        return longer.append(' ').append(option).toString();
    }
}
