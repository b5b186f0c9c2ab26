package org.perceus.doctor;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.program.DeviceWord;

/** Reads the words of the command line. */
final class OptionReader {
    private static final String HOST = "[A-Za-z0-9][A-Za-z0-9.:-]{0,253}";

    private Optional<String> device = Optional.empty();
    private Optional<Ipv4> server = Optional.empty();
    private final List<String> ntp = new ArrayList<>();
    private boolean quick;
    private boolean json;
    private boolean progress;

    private OptionReader() {}

    /** @throws IllegalArgumentException with a sentence when a word is wrong */
    static Options read(List<String> words) {
        OptionReader reader = new OptionReader();
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            reader.word(rest.next(), rest);
        }
        return new Options(
                reader.device, reader.server, List.copyOf(reader.ntp), reader.quick, reader.json, reader.progress);
    }

    private void word(String word, Iterator<String> rest) {
        switch (word) {
            case "--quick" -> quick = true;
            case "--json" -> json = true;
            case "--progress" -> progress = true;
            case "--server" -> server = Optional.of(Ipv4.parse(value(word, rest)));
            case "--ntp" -> ntp.add(host(value(word, rest)));
            default -> device(word);
        }
    }

    private void device(String word) {
        String name = DeviceWord.read(word, "perceus doctor");
        if (device.isPresent()) {
            throw new IllegalArgumentException("one device is examined at a time, or all without a name: not '"
                    + device.get() + "' and '" + name + "'");
        }
        device = Optional.of(name);
    }

    private static String host(String word) {
        if (!word.matches(HOST)) {
            throw new IllegalArgumentException("--ntp is a host or an address, not '" + word + "'");
        }
        return word;
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }
}
