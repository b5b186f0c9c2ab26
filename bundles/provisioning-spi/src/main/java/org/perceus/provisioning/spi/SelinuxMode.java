package org.perceus.provisioning.spi;

import java.util.List;

/**
 * What a capsule's system does by its configuration of SELinux, where its kernel runs with it (selinux_config(5)).
 *
 * @since 1.1
 */
public enum SelinuxMode {
    /** Nothing; also where there is no configuration. */
    DISABLED,
    /** It writes down what its policy forbids, and lets it happen. */
    PERMISSIVE,
    /** What its policy forbids does not happen. */
    ENFORCING;

    /**
     * What becomes of it when the kernel is told otherwise: {@code enforcing=1} and {@code enforcing=0} count more than the
     * configuration of a system that wants SELinux at all.
     *
     * @param kernelArguments the kernel's arguments, divided by blanks
     */
    public SelinuxMode with(String kernelArguments) {
        List<String> words = List.of(kernelArguments.strip().split("\\s+"));
        if (this == DISABLED || !words.contains("enforcing=1") && !words.contains("enforcing=0")) {
            return this;
        }
        return words.contains("enforcing=1") ? ENFORCING : PERMISSIVE;
    }
}
