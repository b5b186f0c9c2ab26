package org.perceus.module.syslog;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.provisioning.spi.SettingForm;

/**
 * A server that takes logs.
 *
 * @param host its IPv4 address or name
 * @param port where it listens
 */
record LogServer(String host, int port) {
    /** The port of syslog over UDP (RFC 5426, 3.3). */
    private static final int USUAL_PORT = 514;

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,252}+)(?::([1-9][0-9]{0,4}))?+");

    static SettingForm<LogServer> form() {
        return SettingForm.of(
                "SERVER or SERVER:PORT such as 10.10.0.1:514", List.of(), text -> Optional.of(FORM.matcher(text))
                        .filter(Matcher::matches)
                        .map(found -> new LogServer(
                                found.group(1),
                                Optional.ofNullable(found.group(2))
                                        .map(Integer::valueOf)
                                        .orElse(USUAL_PORT)))
                        .filter(server -> server.port() <= 65_535));
    }
}
