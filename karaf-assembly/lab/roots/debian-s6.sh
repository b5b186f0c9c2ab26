# shellcheck shell=sh disable=SC2154
# A Debian 12 whose init ends in s6-svscan, as s6-linux-init makes them, and nobody who configures a card.

root_base() { cat "$(debian_base 12).manifest"; }

root_make() {
	debian_unpack 12
	debian_packages s6 systemd-sysv- systemd- udev-
	root_file usr/sbin/init 755 <<-'END_OF_FILE'
		#!/bin/sh
		export PATH=/usr/sbin:/usr/bin:/sbin:/bin
		mkdir -p /dev/pts
		mountpoint -q /dev/pts || mount -t devpts pts /dev/pts
		mount -o remount,rw /
		hostname -F /etc/hostname
		find /sys/devices -name modalias -exec cat {} + | sort -u | xargs modprobe -a -b -q
		ip link set lo up
		mkdir -p /run/service
		cp -a /etc/s6/service/. /run/service
		exec s6-svscan /run/service
	END_OF_FILE
	root_file etc/s6/service/console/run 755 <<-'END_OF_FILE'
		#!/bin/sh
		exec /sbin/agetty --autologin root -L ttyS0 115200 vt100
	END_OF_FILE
}
