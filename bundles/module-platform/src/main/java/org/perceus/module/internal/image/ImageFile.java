package org.perceus.module.internal.image;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file that remembers an image, as far as its place says what it is: {@code NAME/VERSION/METHOD-VERSION-ROOT.image},
 * with {@code -KERNEL} behind the root when the capsule has several. Immutable.
 *
 * @param path where it is
 * @param capsule what the image was built of, as {@code name@version}
 * @param builder name and version of the method that built it, with a hyphen between
 * @param root SHA-256 of the capsule's root
 * @param kernel release of the kernel; empty when the capsule has only one
 */
record ImageFile(Path path, String capsule, String builder, String root, String kernel) {
    private static final Pattern NAME =
            Pattern.compile("([a-z0-9-]+-\\d+\\..*)-([0-9a-f]{64})(?:-([A-Za-z0-9._+~-]+))?\\.image");

    /** Reads the name of a file; empty when it is not that of an image. */
    static Optional<ImageFile> of(Path path) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        Path version = path.getParent();
        String capsule = version.getParent().getFileName() + "@" + version.getFileName();
        return Optional.of(new ImageFile(
                path,
                capsule,
                name.group(1),
                name.group(2),
                Optional.ofNullable(name.group(3)).orElse("")));
    }

    /** The file of an image. */
    static ImageFile of(Path folder, ImageKey key) {
        String builder = key.method() + "-" + key.methodVersion();
        Path path = folder.resolve(key.capsule().replace('@', '/'))
                .resolve(builder + "-" + key.root() + (key.kernel().isEmpty() ? "" : "-" + key.kernel()) + ".image");
        return new ImageFile(path, key.capsule(), builder, key.root(), key.kernel());
    }

    /** The version of a method that built it; empty when another method did. */
    Optional<String> versionOf(String method) {
        // A version begins with a number and a dot, a part of a name that follows a hyphen does not.
        return Optional.of(builder)
                .filter(text -> text.startsWith(method + "-"))
                .map(text -> text.substring(method.length() + 1))
                .filter(text -> text.matches("\\d+\\..*"));
    }

    /** Whether both were built of the same root for the same kernel. */
    boolean isOfSameRoot(ImageFile other) {
        return capsule.equals(other.capsule) && root.equals(other.root) && kernel.equals(other.kernel);
    }
}
