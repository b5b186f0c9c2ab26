# shellcheck shell=sh
# Debian 12 with SELinux enforcing, for tests of labels on nodes.

# selinux_capsule FOLDER makes FOLDER.tar: a labelled root
selinux_capsule() {
	mkdir "$1"
	tar -C "$1" --xattrs --xattrs-include='*' -xpf "$CAPSULE"
	cp /etc/resolv.conf "$1/etc/resolv.conf"
	mount -t proc proc "$1/proc"
	step "adding a policy of SELinux to the root" "$BUILD/logs/selinux.log" selinux_install "$1"
	umount "$1/proc"
	: >"$1/etc/resolv.conf"
	tar -C "$1" --xattrs --xattrs-include='*' --numeric-owner -cf "$1.tar" .
}

selinux_install() {
	chroot "$1" sh -euc 'export DEBIAN_FRONTEND=noninteractive
		apt-get update
		apt-get install -y --no-install-recommends selinux-policy-default policycoreutils selinux-utils
		apt-get clean
		sed -i "s/^SELINUX=.*/SELINUX=enforcing/" /etc/selinux/config
		setfiles -F -q -e /proc /etc/selinux/default/contexts/files/file_contexts /'
}

# selinux_wrong VM prints files of the root whose labels are not what the policy says, but for what a running system makes
selinux_wrong() { console_run "$1" "restorecon -n -R -F -v -e /run -e /dev -e /proc -e /sys -e /tmp -e /var / | grep -v '^Warning'" 300 || true; }
