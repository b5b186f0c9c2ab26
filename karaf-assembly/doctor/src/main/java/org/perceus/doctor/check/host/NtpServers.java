package org.perceus.doctor.check.host;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.net.ntp.NTPUDPClient;
import org.apache.commons.net.ntp.TimeInfo;
import org.perceus.doctor.check.host.ClockCheck.TimeSource;
import org.perceus.doctor.system.KernelFiles;

/** The NTP servers of this machine (RFC 5905). */
public final class NtpServers implements TimeSource {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST = 4;
    private static final Pattern TIMESYNCD = Pattern.compile("\\s*NTP\\s*=\\s*(.+)");
    private static final Pattern CHRONY = Pattern.compile("\\s*(?:server|peer|pool)\\s+(\\S+).*");
    private static final List<String> CHRONY_FILES =
            List.of("etc/chrony/chrony.conf", "etc/chrony.conf", "etc/ntp.conf", "etc/ntpsec/ntp.conf");

    private final int port;

    /** @param port 123 but in tests */
    public NtpServers(int port) {
        this.port = port;
    }

    /** Those that systemd-timesyncd, chrony or ntpd are told to ask, at most four of them. */
    public static List<String> configured(KernelFiles files) {
        Set<String> servers = new LinkedHashSet<>();
        for (String line : files.lines("etc/systemd/timesyncd.conf")) {
            Matcher found = TIMESYNCD.matcher(line);
            if (found.matches()) {
                servers.addAll(List.of(found.group(1).strip().split("\\s+")));
            }
        }
        for (String file : CHRONY_FILES) {
            files.lines(file).stream()
                    .map(CHRONY::matcher)
                    .filter(Matcher::matches)
                    .forEach(found -> servers.add(found.group(1)));
        }
        return servers.stream().limit(MOST).toList();
    }

    @Override
    public Duration offset(String server) throws IOException {
        try (NTPUDPClient client = new NTPUDPClient()) {
            client.setDefaultTimeout(PATIENCE);
            TimeInfo answer = client.getTime(InetAddress.getByName(server), port);
            answer.computeDetails();
            Long offset = answer.getOffset();
            if (offset == null) {
                throw new IOException("its answer has no time");
            }
            return Duration.ofMillis(offset);
        }
    }
}
