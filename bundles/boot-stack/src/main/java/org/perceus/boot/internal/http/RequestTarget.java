package org.perceus.boot.internal.http;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.URIUtil;

/** What a request line asks for, once it is known to be sane. */
sealed interface RequestTarget {
    /** A path that is decoded, without dot segments, control characters and empty segments. */
    record Accepted(String path) implements RequestTarget {}

    /** A refusal, as a status and a sentence. */
    record Refused(int status, String sentence) implements RequestTarget {}

    /** The methods that mean something here. */
    Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");

    /** More than any path here needs. */
    int LONGEST_PATH = 1024;

    /** What stands for one slash. */
    Pattern SLASHES = Pattern.compile("/{2,}");

    static RequestTarget read(String method, String canonicalPath) {
        if (!METHODS.contains(method)) {
            return new Refused(501, "this server knows GET, HEAD, POST, PUT and DELETE only");
        }
        if (canonicalPath == null || !canonicalPath.startsWith("/") || canonicalPath.length() > LONGEST_PATH) {
            return new Refused(400, "the path must begin with a slash and have at most 1024 characters");
        }
        return decode(canonicalPath);
    }

    private static RequestTarget decode(String canonicalPath) {
        if (canonicalPath.toLowerCase(Locale.ROOT).contains("%2f")) {
            return new Refused(400, "the path must not contain an encoded slash");
        }
        String path;
        try {
            // a question mark that was encoded is one of the path: nothing behind it is a query
            path = SLASHES.matcher(URIUtil.decodePath(canonicalPath)).replaceAll("/");
        } catch (RuntimeException e) {
            return new Refused(400, "the path is not well encoded");
        }
        boolean sane = path.chars().noneMatch(c -> Character.isISOControl(c) || c == '\\');
        if (!sane || path.contains("/../") || path.contains("/./") || path.endsWith("/..")) {
            return new Refused(400, "the path contains characters or segments that are not allowed");
        }
        return new Accepted(path);
    }
}
