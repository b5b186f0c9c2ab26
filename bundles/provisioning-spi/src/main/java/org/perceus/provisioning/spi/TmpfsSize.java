package org.perceus.provisioning.spi;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How much of a node's RAM files may take, in the notation of tmpfs: a share of the RAM from {@code 1%} to {@code 100%}, or
 * a number of KiB, MiB, GiB ({@code 800m}, {@code 2g}) or bytes, from 1 up. Immutable.
 *
 * @since 1.1
 */
public final class TmpfsSize {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]?%|100%|[1-9][0-9]{0,8}[kKmMgG]|[1-9][0-9]{0,14}");

    private final String text;

    private TmpfsSize(String text) {
        this.text = text;
    }

    /** What a setting may be that is such a size. */
    public static SettingForm<TmpfsSize> form() {
        return SettingForm.of(
                "a share of the RAM like 50%, or a size like 2g or 800m",
                List.of(), text -> Optional.of(text)
                        .filter(one -> FORM.matcher(one).matches())
                        .map(TmpfsSize::new));
    }

    /**
     * The size that a setting of a node gives.
     *
     * @param setting key of the setting
     * @param otherwise the size for nodes that do not have the setting, such as one of the module's configuration
     * @throws ProvisioningException when that is no size; names the setting
     */
    public static TmpfsSize of(NodeView node, String setting, String otherwise) throws ProvisioningException {
        Optional<String> own = node.setting(setting);
        String text = own.orElse(otherwise);
        SettingForm<TmpfsSize> form = form();
        Optional<TmpfsSize> size = form.read(text);
        if (size.isEmpty()) {
            String where =
                    own.isPresent() ? "the setting " + setting : "the module's value for nodes without " + setting;
            throw new ProvisioningException(where + " is '" + Excerpt.of(text) + "': use " + form.words());
        }
        return size.get();
    }

    /**
     * The size in bytes.
     *
     * @param memoryKib RAM of the machine in KiB, of which a share is a share
     */
    public long bytes(long memoryKib) {
        long number = Long.parseLong(text.replaceAll("[^0-9]", ""));
        return switch (text.charAt(text.length() - 1)) {
            case '%' -> memoryKib * 1024 / 100 * number;
            case 'k', 'K' -> number << 10;
            case 'm', 'M' -> number << 20;
            case 'g', 'G' -> number << 30;
            default -> number;
        };
    }

    /** The size as tmpfs takes it: ASCII letters, digits and {@code %}. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TmpfsSize size && size.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
