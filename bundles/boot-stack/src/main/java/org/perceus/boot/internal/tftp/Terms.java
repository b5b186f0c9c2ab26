package org.perceus.boot.internal.tftp;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What client and server agreed on for one transfer (RFC 2347).
 *
 * @param blockSize octets in a block
 * @param window blocks that may be under way
 * @param timeout how long to wait before repeating, when the client said so
 * @param acknowledged the options to acknowledge, in the client's order
 */
record Terms(int blockSize, int window, Optional<Duration> timeout, Map<String, String> acknowledged) {
    private static final int DEFAULT_BLOCK = 512;
    private static final int SMALLEST_BLOCK = 8;
    private static final int LARGEST_BLOCK = 65464;

    /** More blocks at once only fill the queues between here and there. */
    private static final int WIDEST_WINDOW = 64;

    /** RFC 2349 allows 255 seconds; a client that is gone would hold its place for an hour then. */
    private static final int LONGEST_TIMEOUT = 30;

    /**
     * Agrees. An option with an impossible value is left out, as RFC 2347 wants it.
     *
     * @param wanted what the client wants, the names in lower case
     * @param size octets in the file
     * @param largestBlock what the network carries whole
     */
    static Terms agree(Map<String, String> wanted, long size, int largestBlock) {
        Map<String, String> acknowledged = new LinkedHashMap<>();
        int block = DEFAULT_BLOCK;
        int window = 1;
        Optional<Duration> timeout = Optional.empty();
        for (Map.Entry<String, String> option : wanted.entrySet()) {
            OptionalLong value = number(option.getValue());
            String name = option.getKey();
            if (name.equals("blksize") && within(value, SMALLEST_BLOCK, LARGEST_BLOCK)) {
                block = (int) Math.min(value.getAsLong(), largestBlock);
                acknowledged.put(name, Integer.toString(block));
            } else if (name.equals("windowsize") && within(value, 1, 65535)) {
                window = (int) Math.min(value.getAsLong(), WIDEST_WINDOW);
                acknowledged.put(name, Integer.toString(window));
            } else if (name.equals("timeout") && within(value, 1, LONGEST_TIMEOUT)) {
                timeout = Optional.of(Duration.ofSeconds(value.getAsLong()));
                acknowledged.put(name, option.getValue());
            } else if (name.equals("tsize") && value.isPresent()) {
                acknowledged.put(name, Long.toString(size));
            }
        }
        return new Terms(block, window, timeout, acknowledged);
    }

    private static boolean within(OptionalLong value, long least, long most) {
        return value.isPresent() && value.getAsLong() >= least && value.getAsLong() <= most;
    }

    private static OptionalLong number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
