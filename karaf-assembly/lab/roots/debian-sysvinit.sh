# shellcheck shell=sh disable=SC2154
# A Debian 12 as Devuan has it: sysvinit and ifupdown, no systemd.

root_base() { cat "$(debian_base 12).manifest"; }

root_make() {
	debian_unpack 12
	debian_packages sysvinit-core orphan-sysvinit-scripts systemd-sysv- systemd- ifupdown isc-dhcp-client
	rm -rf "$root"/etc/systemd "$root"/var/lib/systemd
	sed -i '/^[1-6]:/d' "$root/etc/inittab"
	echo 'S0:2345:respawn:/sbin/agetty --autologin root -L ttyS0 115200 vt100' >>"$root/etc/inittab"
}
