# shellcheck shell=sh disable=SC2154
# A Debian 12 with runit as its init.

root_base() { cat "$(debian_base 12).manifest"; }

root_make() {
	debian_unpack 12
	debian_packages runit-init systemd-sysv- ifupdown isc-dhcp-client
	root_file etc/sv/console/run 755 <<-'END_OF_FILE'
		#!/bin/sh
		exec /sbin/agetty --autologin root -L ttyS0 115200 vt100
	END_OF_FILE
	ln -sfn /etc/sv/console "$root/etc/runit/runsvdir/default/getty-ttyS0"
}
