package org.perceus.provisioning.spi.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.perceus.provisioning.spi.ProvisioningException;

/** Text in files of the site. */
public final class SiteText {
    private SiteText() {}

    /**
     * The text of a file; a link is followed.
     *
     * @param most how many bytes it may have
     * @throws ProvisioningException when it has more or is no text, with the end of a sentence that begins with its name
     */
    public static String read(Path file, int most) throws IOException, ProvisioningException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new ProvisioningException("has more than " + (most >> 10) + " KiB");
            }
            return of(bytes).orElseThrow(() -> new ProvisioningException("is not text in UTF-8"));
        }
    }

    /** The text that bytes are: UTF-8 (RFC 3629) without NUL; empty for others. */
    public static Optional<String> of(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text).filter(all -> all.indexOf('\0') < 0);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
