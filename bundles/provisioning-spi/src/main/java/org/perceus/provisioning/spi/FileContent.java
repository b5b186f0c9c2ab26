package org.perceus.provisioning.spi;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * What is in a {@link NodeFile}. Immutable.
 *
 * @since 1.1
 */
public sealed interface FileContent {
    /** How many bytes the node gets; 0 for what has no content of its own. */
    long size();

    /**
     * Text, in the script itself.
     *
     * @param text any text without NUL
     */
    record Text(String text) implements FileContent {
        /** @throws IllegalArgumentException for a text with NUL, which no script can hold */
        public Text {
            ShellWord.quote(text);
        }

        @Override
        public long size() {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    /**
     * Any bytes, in the script itself.
     *
     * @param base64 the bytes in the basic form of RFC 4648 section 4, without line breaks
     */
    record Binary(String base64) implements FileContent {
        /** @throws IllegalArgumentException for what is not of that form */
        public Binary {
            Base64.getDecoder().decode(base64);
        }

        /** The bytes as content. */
        public static Binary of(byte[] bytes) {
            return new Binary(Base64.getEncoder().encodeToString(bytes));
        }

        /** The bytes. */
        public byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }

        @Override
        public long size() {
            return bytes().length;
        }
    }

    /**
     * Content that the node downloads.
     *
     * @param artifact what {@link ArtifactPublisher} gave
     */
    record Published(Artifact artifact) implements FileContent {
        /** Refuses null. */
        public Published {
            Objects.requireNonNull(artifact, "artifact");
        }

        @Override
        public long size() {
            return artifact.size();
        }
    }

    /**
     * None: it is a symbolic link.
     *
     * @param target what the link points to
     */
    record Link(String target) implements FileContent {
        /** @throws IllegalArgumentException for no target, or one with NUL */
        public Link {
            ShellWord.quote(target);
            if (target.isEmpty()) {
                throw new IllegalArgumentException("'' is not the target of a link");
            }
        }

        @Override
        public long size() {
            return 0;
        }
    }

    /** None: it is a folder. */
    record Folder() implements FileContent {
        @Override
        public long size() {
            return 0;
        }
    }
}
