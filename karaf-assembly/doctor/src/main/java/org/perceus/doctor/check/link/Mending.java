package org.perceus.doctor.check.link;

import org.perceus.doctor.firewall.Ruleset;

/** How a firewall is told to let nodes in, in the words of whoever keeps its rules. */
enum Mending {
    NFT {
        @Override
        String command(String device, String chain, Ruleset rules) {
            if (rules.hasTable("firewalld")) {
                return "firewall-cmd --permanent --zone=trusted --change-interface=" + device
                        + " && firewall-cmd --reload";
            }
            if (rules.hasChain("ufw-")) {
                return "ufw allow in on " + device;
            }
            return "nft insert rule " + chain + " iifname " + device + " accept";
        }

        @Override
        String look() {
            return "nft -a list ruleset";
        }
    },
    IPTABLES {
        @Override
        String command(String device, String chain, Ruleset rules) {
            return rules.hasChain("ufw-")
                    ? "ufw allow in on " + device
                    : "iptables -I INPUT -i " + device + " -j ACCEPT";
        }

        @Override
        String look() {
            return "iptables-save";
        }
    };

    /**
     * What to type.
     *
     * @param chain the chain of nftables that drops, after its table
     */
    abstract String command(String device, String chain, Ruleset rules);

    /** What shows the rules. */
    abstract String look();
}
