package org.perceus.vnfs.internal.examine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.internal.root.Kind;
import org.perceus.vnfs.internal.source.RootView;

/** Secrets that everybody could read who can download a capsule: a node proves no more than its MAC. */
final class Secrets implements Check {
    private static final int MOST = 20;
    private static final int MOST_HOMES = 1000;
    private static final int HEAD = 4096;

    private record Place(String folder, String names, String what) {}

    private static final List<Place> PLACES = List.of(
            new Place("etc/ssl/private", "(?!ssl-cert-snakeoil).*\\.(key|pem)", "a private key"),
            new Place("etc/pki/tls/private", ".*", "a private key"),
            new Place("etc/pki/CA/private", ".*", "a private key"),
            new Place("etc", "krb5\\.keytab", "the Kerberos keys of a machine"),
            new Place("etc/munge", "munge\\.key", "the key of MUNGE"),
            new Place("etc/wpa_supplicant", ".*\\.conf", "keys of wireless networks"),
            new Place("etc/puppetlabs/puppet/ssl/private_keys", ".*", "the key of a Puppet agent"),
            new Place("etc/puppet/ssl/private_keys", ".*", "the key of a Puppet agent"),
            new Place("var/lib/puppet/ssl/private_keys", ".*", "the key of a Puppet agent"),
            new Place("etc/salt/pki/minion", "minion\\.pem", "the key of a Salt minion"),
            new Place("etc/chef", ".*\\.pem", "the key of a Chef client"),
            new Place("etc/pki/consumer", ".*\\.pem", "the identity of a subscription"),
            new Place("etc/pki/entitlement", ".*-key\\.pem", "the identity of a subscription"),
            new Place("etc/zypp/credentials.d", ".*", "the identity of a subscription"),
            new Place("etc/ubuntu-advantage", "uaclient\\.token", "the identity of a subscription"),
            new Place("var/lib/ubuntu-advantage/private", ".*", "the identity of a subscription"),
            new Place("etc/openvpn", ".*\\.(key|pem)", "a key of a private network"),
            new Place("etc/wireguard", ".*\\.conf", "a key of a private network"),
            new Place("etc", "ipsec\\.secrets", "a key of a private network"),
            new Place("var/lib/tailscale", "tailscaled\\.state", "the identity of a machine in a private network"),
            new Place("var/lib/zerotier-one", "identity\\.secret", "the identity of a machine in a private network"),
            new Place("var/lib/kubelet/pki", ".*\\.(key|pem)", "the key of a Kubernetes node"));

    private static final List<Place> OF_HOMES = List.of(
            new Place("", "\\.netrc|\\.pgpass|\\.git-credentials|\\.my\\.cnf", "passwords of an account"),
            new Place("/.aws", "credentials", "the key of a cloud account"),
            new Place("/.azure", ".*(token|Profile).*", "the key of a cloud account"),
            new Place("/.config/gcloud", ".*credentials.*", "the key of a cloud account"),
            new Place("/.kube", "config", "the key of a Kubernetes account"),
            new Place("/.docker", "config\\.json", "the key of a registry account"));

    @Override
    public List<Finding> look(Subject root) throws IOException {
        List<Finding> findings = new ArrayList<>();
        RootView view = root.view();
        PLACES.forEach(place -> find(view, place.folder(), place, findings));
        List<String> homes =
                new ArrayList<>(view.paths("home").limit(MOST_HOMES).toList());
        homes.add(0, "root");
        for (String home : homes) {
            OF_HOMES.forEach(place -> find(view, home + place.folder(), place, findings));
            for (String path : view.paths(home + "/.ssh").limit(MOST_HOMES).toList()) {
                if (isPrivateKey(view, path)) {
                    add(findings, path, "a private SSH key");
                }
            }
        }
        if (hasPassword(view)) {
            add(findings, "etc/shadow", "the hash of root's password");
        }
        return findings;
    }

    private static void find(RootView view, String folder, Place place, List<Finding> findings) {
        Pattern names = Pattern.compile(place.names());
        for (String name : view.names(folder)) {
            String path = folder + "/" + name;
            boolean isFull = view.tree()
                    .at(view.tree().resolve(folder).orElseThrow() + "/" + name)
                    .filter(inode -> inode.kind() == Kind.REGULAR && inode.size() > 0)
                    .isPresent();
            if (isFull && names.matcher(name).matches()) {
                add(findings, path, place.what());
            }
        }
    }

    private static boolean isPrivateKey(RootView view, String path) throws IOException {
        if (view.file(path).isEmpty()) {
            return false;
        }
        String head = new String(view.bytes(path, 0, HEAD), StandardCharsets.ISO_8859_1);
        return head.contains("PRIVATE KEY-----");
    }

    private static boolean hasPassword(RootView view) throws IOException {
        Optional<String> root = view.lines("etc/shadow").stream()
                .filter(line -> line.startsWith("root:"))
                .findFirst();
        return root.map(line -> line.split(":", -1)[1])
                .filter(hash -> hash.startsWith("$"))
                .isPresent();
    }

    private static void add(List<Finding> findings, String path, String what) {
        if (findings.size() < MOST) {
            findings.add(Check.warning(
                    "/" + path,
                    "it holds " + what + ", which every machine on the network can read",
                    "remove it from the root, and give it to nodes in another way"));
        }
    }
}
