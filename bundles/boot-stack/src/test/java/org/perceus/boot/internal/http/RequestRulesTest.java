package org.perceus.boot.internal.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Optional;
import org.junit.Test;

/** The pure rules about what clients say in request lines and headers. */
public class RequestRulesTest {
    private static void accepted(String path, String decoded) {
        assertEquals(new RequestTarget.Accepted(decoded), RequestTarget.read("GET", path));
    }

    private static void refused(int status, String method, String path) {
        RequestTarget target = RequestTarget.read(method, path);
        assertTrue(path + " " + target, target instanceof RequestTarget.Refused);
        assertEquals(status, ((RequestTarget.Refused) target).status());
    }

    @Test
    public void decodesPaths() {
        accepted("/", "/");
        accepted("/script/52%3A54", "/script/52:54");
        accepted("/a%20b", "/a b");
        accepted("//a//b", "/a/b");
        accepted("/a///b/", "/a/b/");
        accepted("/a%3F//b?///c", "/a?/b?/c");
        accepted("/%C3%BC", "/\u00fc");
    }

    @Test
    public void refusesPathsThatCouldMeanSomethingElse() {
        refused(400, "GET", "/a%2fb");
        refused(400, "GET", "/a%2Fb");
        refused(400, "GET", "/a/%2e%2e/b");
        refused(400, "GET", "/a/..");
        refused(400, "GET", "/a%0ab");
        refused(400, "GET", "/a%00");
        refused(400, "GET", "/a%C2%9B2J");
        refused(400, "GET", "/a%5cb");
        refused(400, "GET", "/a%zz");
        refused(400, "GET", "/" + "a".repeat(1024));
        refused(400, "GET", "*");
        refused(400, "GET", null);
    }

    @Test
    public void refusesMethodsThatMeanNothingHere() {
        refused(501, "TRACE", "/");
        refused(501, "CONNECT", "/");
        refused(501, "get", "/");
    }

    @Test
    public void readsBearerTokens() {
        assertEquals(Optional.of("abc-_09"), BearerToken.of("Bearer abc-_09"));
        assertEquals(Optional.of("x=="), BearerToken.of("bearer x=="));
        assertEquals(Optional.empty(), BearerToken.of("Basic abc"));
        assertEquals(Optional.empty(), BearerToken.of("Bearer a b"));
        assertEquals(Optional.empty(), BearerToken.of("Bearer " + "a".repeat(600)));
        assertEquals(Optional.empty(), BearerToken.of("Bearer "));
    }

    @Test
    public void comparesEntityTags() {
        assertTrue(EntityTags.known(Optional.of("\"a\""), "a"));
        assertTrue(EntityTags.known(Optional.of("\"b\", W/\"a\""), "a"));
        assertTrue(EntityTags.known(Optional.of("*"), "a"));
        assertFalse(EntityTags.known(Optional.of("a"), "a"));
        assertFalse(EntityTags.known(Optional.empty(), "a"));
        assertTrue(EntityTags.rangeStillValid(Optional.empty(), "a"));
        assertTrue(EntityTags.rangeStillValid(Optional.of("\"a\""), "a"));
        assertFalse(EntityTags.rangeStillValid(Optional.of("W/\"a\""), "a"));
        assertFalse(EntityTags.rangeStillValid(Optional.of("Sat, 29 Oct 1994 19:43:31 GMT"), "a"));
    }
}
