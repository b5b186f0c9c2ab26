# shellcheck shell=sh disable=SC2154
# A tree as Enterprise Linux lays it out: the kernel beside its modules and no /boot, NetworkManager alone with the
# settings of its server package, and SELinux that enforces.

root_base() { cat "$(debian_base 12).manifest"; }

root_make() {
	debian_unpack 12
	debian_packages network-manager selinux-policy-default policycoreutils selinux-utils
	el_network
	el_kernel
	el_selinux
}

el_network() {
	find "$root/usr/lib/systemd" "$root/etc/systemd" -name 'systemd-networkd*' -exec rm -rf {} +
	printf '[main]\nno-auto-default=*\nignore-carrier=*\n' | root_file etc/NetworkManager/conf.d/00-server.conf
}

el_kernel() {
	for kernel in "$root"/boot/vmlinuz-*; do
		release=${kernel##*/vmlinuz-}
		mv "$kernel" "$root/usr/lib/modules/$release/vmlinuz"
		mv "$root/boot/config-$release" "$root/usr/lib/modules/$release/config"
	done
	rm -rf "${root:?}/boot"
}

el_selinux() {
	sed -i 's/^SELINUX=.*/SELINUX=enforcing/' "$root/etc/selinux/config"
	in_root setfiles -F -q -e /proc -e /sys /etc/selinux/default/contexts/files/file_contexts /
}
