package org.perceus.provisioning.internal.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perceus.module.OneLine;

/** The body of a node's request: lines {@code key=value}. Immutable. */
final class KeyValues {
    private static final int LONGEST_VALUE = 500;

    private final Map<String, List<String>> values;

    private KeyValues(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Reads a body. Values are cut at 500 characters, and lose their control characters.
     *
     * @throws IllegalArgumentException with a sentence when the body is not of that form
     */
    static KeyValues parse(byte[] body) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String line : text(body).split("\n")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.computeIfAbsent(line.substring(0, equals), key -> new ArrayList<>())
                        .add(clean(line.substring(equals + 1)));
            } else if (!line.isBlank()) {
                throw new IllegalArgumentException("a line of the body is not of the form key=value");
            }
        }
        return new KeyValues(values);
    }

    /** The first value of a key, unless it is empty. */
    Optional<String> first(String key) {
        return all(key).stream().findFirst().filter(value -> !value.isEmpty());
    }

    /** All values of a key in their order. */
    List<String> all(String key) {
        return values.getOrDefault(key, List.of());
    }

    /** The first value of a key as a number that is not negative, 0 when it is none. */
    long number(String key) {
        return first(key)
                .filter(value -> value.matches("\\d{1,15}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the body is not UTF-8 text");
        }
    }

    private static String clean(String value) {
        return OneLine.of(value, LONGEST_VALUE);
    }
}
