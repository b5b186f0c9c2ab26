package org.perceus.boot.internal.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The token of an Authorization header (RFC 6750 section 2.1). */
final class BearerToken {
    private static final Pattern FORM = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]{1,512}=*)");

    private BearerToken() {}

    static Optional<String> of(String authorization) {
        Matcher matcher = FORM.matcher(authorization);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
