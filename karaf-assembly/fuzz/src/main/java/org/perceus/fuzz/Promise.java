package org.perceus.fuzz;

import java.util.function.Supplier;

/** What a codec promises of every input. */
public final class Promise {
    private Promise() {}

    /** @throws AssertionError with the promise when it was not kept: that is a finding */
    public static void kept(boolean kept, String promise) {
        if (!kept) {
            throw new AssertionError("not kept: " + promise);
        }
    }

    /** @throws AssertionError when two things differ that the promise says are equal */
    public static void equal(Object expected, Object actual, String promise) {
        if (!expected.equals(actual)) {
            throw new AssertionError("not kept: " + promise + ": " + expected + " became " + actual);
        }
    }

    /** Does what may refuse its input, in no other way than by an {@link IllegalArgumentException} with a sentence. */
    public static void orRefused(Runnable work) {
        try {
            work.run();
        } catch (IllegalArgumentException e) {
            sentence(e.getMessage());
        }
    }

    /** What refuses its input in the same way for what it makes of it; null when it was refused. */
    public static <T> T orNull(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            sentence(e.getMessage());
            return null;
        }
    }

    /** A refusal says why. */
    public static void sentence(String text) {
        kept(text != null && !text.isBlank(), "a refusal has a sentence");
    }
}
