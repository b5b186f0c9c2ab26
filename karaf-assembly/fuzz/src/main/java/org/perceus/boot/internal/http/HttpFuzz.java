package org.perceus.boot.internal.http;

import java.util.Optional;
import org.perceus.fuzz.Input;
import org.perceus.fuzz.Promise;

/** What of a request's head is read by ourselves: the path, and the values of four headers. */
public final class HttpFuzz {
    private static final String TAG = "0123abcd";
    private static final int LONGEST_TOKEN = 512;

    private HttpFuzz() {}

    /** A size of a file, and five texts. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Input input = new Input(bytes);
        long size = input.below(Long.MAX_VALUE);
        String[] texts = input.texts(4);
        range(ByteRange.read(Optional.of(texts[0]), size), size);
        range(ByteRange.read(Optional.of(texts[0]), size >>> 50), size >>> 50);
        target(texts[1]);
        token(texts[2]);
        tags(texts[3]);
    }

    private static void range(ByteRange range, long size) {
        if (range instanceof ByteRange.Part part) {
            Promise.kept(
                    part.first() >= 0 && part.length() >= 1 && part.first() <= size - part.length(),
                    "a part lies in its file");
        }
    }

    private static void target(String path) {
        if (RequestTarget.read("GET", path) instanceof RequestTarget.Accepted accepted) {
            String read = accepted.path();
            Promise.kept(read.startsWith("/") && read.length() <= path.length(), "a path is no longer than it came");
            Promise.kept(!read.contains("//"), "a path has no empty segments");
            Promise.kept(!("/" + read + "/").contains("/../"), "a path does not climb");
            Promise.kept(read.chars().noneMatch(Character::isISOControl), "a path has no control characters");
        }
    }

    private static void token(String authorization) {
        BearerToken.of(authorization)
                .ifPresent(token -> Promise.kept(
                        token.matches("[A-Za-z0-9._~+/-]{1," + LONGEST_TOKEN + "}=*") && authorization.endsWith(token),
                        "a token is what the header ends with"));
    }

    private static void tags(String header) {
        boolean listed = header.contains("*") || header.contains(EntityTags.quoted(TAG));
        Promise.kept(listed || !EntityTags.known(Optional.of(header), TAG), "only what is listed is known");
        Promise.kept(
                EntityTags.known(Optional.of(header + "," + EntityTags.quoted(TAG)), TAG), "what is listed is known");
        Promise.kept(
                !EntityTags.rangeStillValid(Optional.of(header), TAG) || header.contains(TAG),
                "a range is of what it names");
    }
}
