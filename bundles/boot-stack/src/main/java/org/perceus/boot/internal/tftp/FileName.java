package org.perceus.boot.internal.tftp;

/** What clients mean by the name of a file. */
final class FileName {
    private FileName() {}

    /**
     * A name as it would be said by a client that follows the standards: without a folder that is the server's own, by
     * whichever slashes, and without what old ROMs read beyond the end of a DHCP option and take for a part of the name.
     */
    static String meantBy(String said) {
        int end = 0;
        while (end < said.length() && isPrintable(said.charAt(end))) {
            end++;
        }
        String name = said.substring(0, end).replace('\\', '/');
        while (name.startsWith("/") || name.startsWith("./")) {
            name = name.substring(name.indexOf('/') + 1);
        }
        return name;
    }

    private static boolean isPrintable(char c) {
        return c > ' ' && c < 0x7f;
    }
}
