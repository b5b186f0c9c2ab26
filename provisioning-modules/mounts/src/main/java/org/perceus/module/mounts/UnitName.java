package org.perceus.module.mounts;

import java.util.stream.Collectors;

/** How systemd calls the units of a folder (systemd.unit(5), "string escaping for inclusion in unit names"). */
final class UnitName {
    private UnitName() {}

    /**
     * The name without its suffix.
     *
     * @param folder an absolute path of ASCII characters, other than the root
     */
    static String of(String folder) {
        String path = folder.substring(1);
        String escaped = path.chars().mapToObj(UnitName::escape).collect(Collectors.joining());
        return path.startsWith(".") ? escape('.', true) + escaped.substring(1) : escaped;
    }

    private static String escape(int character) {
        return character == '/' ? "-" : escape(character, !isPlain(character));
    }

    private static String escape(int character, boolean special) {
        return special ? String.format("\\x%02x", character) : String.valueOf((char) character);
    }

    private static boolean isPlain(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == ':' || c == '_' || c == '.';
    }
}
