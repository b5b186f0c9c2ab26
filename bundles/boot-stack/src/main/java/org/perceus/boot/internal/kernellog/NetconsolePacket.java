package org.perceus.boot.internal.kernellog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a datagram of Linux' netconsole: plain text, or in the extended format
 * {@code LEVEL,NUMBER,MICROSECONDS,FLAGS[,KEY=VALUE…];TEXT} with lines {@code  KEY=VALUE} of properties behind it
 * (Documentation/networking/netconsole.rst and Documentation/ABI/testing/dev-kmsg of Linux), before which a kernel may
 * write its release and a comma.
 */
final class NetconsolePacket {
    private static final Pattern HEADER =
            Pattern.compile("^(?:[^,;\\s]{1,64},)?\\d{1,5},\\d{1,20},\\d{1,20},[^,;\\n]{1,8}(?:,[^;\\n]{0,200})?;");
    private static final Pattern LEVEL = Pattern.compile("^<\\d{1,3}>");
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\uFFFD]");

    private NetconsolePacket() {}

    /** The lines of a datagram; none when it holds no text. */
    static List<String> lines(ByteBuffer datagram) {
        String text = StandardCharsets.UTF_8.decode(datagram).toString();
        var header = HEADER.matcher(text);
        boolean extended = header.find();
        String body = extended ? text.substring(header.end()) : text;
        return body.lines()
                .filter(line -> !extended || !line.startsWith(" "))
                .map(line -> LEVEL.matcher(line).replaceFirst(""))
                .map(line -> UNFIT.matcher(line).replaceAll(" ").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
