# shellcheck shell=sh disable=SC2154
# A Debian 12 whose init is busybox, with a few lines for a start and nobody who configures a card.

root_base() { cat "$(debian_base 12).manifest"; }

root_make() {
	debian_unpack 12
	debian_packages busybox-static systemd-sysv- systemd- udev-
	ln -s ../bin/busybox "$root/usr/sbin/init"
	root_file etc/inittab <<-'END_OF_FILE'
		::sysinit:/etc/init.d/rcS
		ttyS0::respawn:-/bin/bash
		::shutdown:/bin/umount -a -r
		::ctrlaltdel:/sbin/reboot
	END_OF_FILE
	root_file etc/init.d/rcS 755 <<-'END_OF_FILE'
		#!/bin/sh
		mountpoint -q /proc || mount -t proc proc /proc
		mountpoint -q /sys || mount -t sysfs sys /sys
		mountpoint -q /dev || mount -t devtmpfs dev /dev
		mkdir -p /dev/pts
		mount -t devpts pts /dev/pts
		mount -t tmpfs run /run
		mount -o remount,rw /
		hostname -F /etc/hostname
		find /sys/devices -name modalias -exec cat {} + | sort -u | xargs modprobe -a -b -q
		ip link set lo up
	END_OF_FILE
}
