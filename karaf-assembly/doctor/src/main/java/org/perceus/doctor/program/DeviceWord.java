package org.perceus.doctor.program;

/** The word that names a network device, among options. */
public final class DeviceWord {
    private static final String DEVICE = "[A-Za-z0-9_.:@][A-Za-z0-9_.:@-]{0,14}";

    private DeviceWord() {}

    /**
     * Reads a word that is none of the options of a command.
     *
     * @throws IllegalArgumentException with a sentence when it is no name of a device
     */
    public static String read(String word, String command) {
        if (word.startsWith("-")) {
            throw new IllegalArgumentException("there is no option '" + word + "': see " + command + " --help");
        }
        if (!word.matches(DEVICE)) {
            throw new IllegalArgumentException("'" + word + "' is no name of a network device such as eth1");
        }
        return word;
    }
}
