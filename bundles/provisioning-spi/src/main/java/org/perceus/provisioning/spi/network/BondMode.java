package org.perceus.provisioning.spi.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a bond uses its members, in the words of Linux ({@code Documentation/networking/bonding.rst}). */
public enum BondMode {
    /** One packet after the other. */
    BALANCE_RR("balance-rr"),
    /** One member alone, another one when it has no link. */
    ACTIVE_BACKUP("active-backup"),
    /** By a hash of addresses. */
    BALANCE_XOR("balance-xor"),
    /** Each packet by all. */
    BROADCAST("broadcast"),
    /** As agreed with the switch (IEEE 802.3ad, LACP). */
    LACP("802.3ad"),
    /** By the load, outgoing only. */
    BALANCE_TLB("balance-tlb"),
    /** By the load, both ways. */
    BALANCE_ALB("balance-alb");

    private final String word;

    BondMode(String word) {
        this.word = word;
    }

    /** What Linux calls it. */
    public String word() {
        return word;
    }

    /** The one of that name. */
    static Optional<BondMode> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word.equals(word)).findFirst();
    }

    /** The names of all. */
    static List<String> words() {
        return Arrays.stream(values()).map(BondMode::word).toList();
    }
}
