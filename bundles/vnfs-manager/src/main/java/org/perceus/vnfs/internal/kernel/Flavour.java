package org.perceus.vnfs.internal.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a kernel is made for, as the words in its release and its file's name say. In the order of preference. */
enum Flavour {
    /** For any machine: no word, or one that only names the distribution or the architecture. */
    PLAIN("", ""),
    /** For some kind of machines or with a taste of its own. */
    VARIANT(
            "",
            "cloud|virt|lts|lowlatency|aws|azure|gcp|gke|gkeop|oracle|oem|kvm|kvmsmall|ibm|zen|hardened|xanmod\\d*|"
                    + "liquorix|edge|stable|mainline|uek|el\\d+uek|huge|vanilla|cachyos|bore|ck|hwe|pf|clr|native|minimal|"
                    + "64k|pae|xen|xenomai|openvz|vz\\d+|pvops|tkg|raspi"),
    REALTIME("a realtime kernel", "rt|rt\\d+|realtime|preempt_rt"),
    DEBUG("a debug kernel", "debug|dbg|kasan|kcsan"),
    RESCUE("a rescue kernel", "rescue|recovery"),
    KDUMP("a kernel for crash dumps", "kdump|crash|crashkernel|dump");

    private static final Pattern SEPARATOR = Pattern.compile("[-+./]+");
    private static final Pattern ARCHITECTURE = Pattern.compile("amd64|x86_64|generic|default|linux|arch\\d*");

    private final String noun;
    private final Pattern words;

    Flavour(String noun, String words) {
        this.noun = noun;
        this.words = Pattern.compile(words);
    }

    /** The flavour of a kernel. */
    static Flavour of(String release, String file) {
        List<String> all = Arrays.asList(SEPARATOR.split(release + "/" + file.substring(file.lastIndexOf('/') + 1)));
        for (int i = values().length - 1; i > 0; i--) {
            Predicate<String> word = values()[i].words.asMatchPredicate();
            if (all.stream().anyMatch(word)) {
                return values()[i];
            }
        }
        return PLAIN;
    }

    /** Whether nodes may get it without anybody having asked for it. */
    boolean isOrdinary() {
        return this == PLAIN || this == VARIANT;
    }

    /** What it is called, with its article; empty for ordinary ones. */
    String noun() {
        return noun;
    }

    /** A release without what says of the flavour: equal for several flavours of one version. */
    static String version(String release) {
        StringBuilder version = new StringBuilder();
        for (String part : release.split("(?=[-+])")) {
            String word = part.replaceFirst("^[-+]", "");
            boolean isFlavour = ARCHITECTURE.matcher(word).matches()
                    || Arrays.stream(values())
                            .anyMatch(flavour -> flavour.words.matcher(word).matches());
            version.append(isFlavour ? "" : part);
        }
        return version.toString();
    }
}
