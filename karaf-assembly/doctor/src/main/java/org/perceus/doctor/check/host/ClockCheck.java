package org.perceus.doctor.check.host;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Finding;

/** Whether the clock is right: claims, certificates and logs have times, and nodes take theirs from here. */
public final class ClockCheck implements Check {
    private static final Duration TOLERATED = Duration.ofSeconds(1);
    private static final String INSTALL = "apt-get install chrony";

    private final BooleanSupplier synchronised;
    private final List<String> servers;
    private final TimeSource source;

    /** Whom to ask for the time. */
    public interface TimeSource {
        /**
         * By how much this clock is behind a server's; negative when it is ahead.
         *
         * @throws IOException when it does not answer
         */
        Duration offset(String server) throws IOException;
    }

    /**
     * @param synchronised whether a program steers the clock, as the kernel says
     * @param servers whom to ask
     */
    public ClockCheck(BooleanSupplier synchronised, List<String> servers, TimeSource source) {
        this.synchronised = synchronised;
        this.servers = List.copyOf(servers);
        this.source = source;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                synchronised.getAsBoolean()
                        ? Finding.ok("the kernel says that its clock is synchronised")
                        : Finding.note("no program keeps the clock synchronised, as far as the kernel knows")
                                .with(INSTALL));
        if (servers.isEmpty()) {
            findings.add(Finding.note(
                            "no NTP server is configured on this machine, so nobody can say whether its clock is right")
                    .with("perceus doctor --ntp HOST"));
        }
        servers.stream().map(this::compared).forEach(findings::add);
        return findings;
    }

    private Finding compared(String server) {
        Optional<Duration> offset;
        try {
            offset = Optional.of(source.offset(server));
        } catch (IOException e) {
            return Finding.warning("the NTP server " + server + " does not answer: " + e.getMessage())
                    .with("perceus doctor --ntp " + server);
        }
        Duration off = offset.get();
        String sentence = "the clock is " + seconds(off) + (off.isNegative() ? " ahead of " : " behind ")
                + "that of the NTP server " + server;
        return off.abs().compareTo(TOLERATED) > 0
                ? Finding.problem(sentence + ": set it before nodes take their time from here")
                        .with("date -s @$(( $(date +%s) + " + off.toSeconds() + " ))")
                : Finding.ok(sentence);
    }

    private static String seconds(Duration offset) {
        long millis = offset.abs().toMillis();
        return millis < 10_000 ? millis + " ms" : millis / 1000 + " s";
    }
}
