#!/bin/sh
# Roots as people have them are imported, and what their nodes would fail of is said before any machine is switched on.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

number=0
# by the header of the kernel (boot protocol of x86): where its version begins
release=$(dd if="$PERCEUS_OS/kernel" bs=1 skip=$((512 + $(od -An -j 526 -N 2 -t u2 "$PERCEUS_OS/kernel"))) count=64 2>/dev/null | tr '\000 ' '\n' | head -n 1)

# a root with the least that an import takes: a program that is an init, one kernel and its modules
small_root() {
	number=$((number + 1)) tree=$LAB_DIR/tree
	rm -rf "$tree"
	for folder in boot dev etc proc root run sys tmp usr/bin usr/sbin usr/lib/modules var; do mkdir -p "$tree/$folder"; done
	for folder in bin sbin lib; do ln -s "usr/$folder" "$tree/$folder"; done
	printf '#!/bin/sh\nexec sleep 1d\n' >"$tree/usr/sbin/init"
	chmod 755 "$tree/usr/sbin/init"
	cp /bin/busybox "$tree/usr/bin/sh"
	mkdir "$tree/usr/lib/modules/$release"
	echo 'kernel/net.ko:' >"$tree/usr/lib/modules/$release/modules.dep"
	cp "$PERCEUS_OS/kernel" "$tree/boot/vmlinuz-$release"
}

# imported WHAT REGEX [WORDS OF vnfs import]: it is taken, and says that
imported() {
	what=$1 said=$2
	shift 2
	perceus vnfs import "$@" "small@$number" "$tree" >"$LAB_DIR/said" 2>&1 || trouble "$what: refused: $(tail -n 5 "$LAB_DIR/said")"
	grep -Eiq -- "$said" "$LAB_DIR/said" || trouble "$what: '$said' is not said: $(cat "$LAB_DIR/said")"
	say "right: $what is imported: $(grep -Ei -m 1 -- "$said" "$LAB_DIR/said")"
}

# refused WHAT REGEX [SOURCE]
refused() {
	! perceus vnfs import "small@$number" "${3:-$tree}" >"$LAB_DIR/said" 2>&1 || trouble "$1 was imported: $(cat "$LAB_DIR/said")"
	grep -Eiq -- "$2" "$LAB_DIR/said" || trouble "$1: '$2' is not said: $(cat "$LAB_DIR/said")"
	say "right: $1: $(tail -n 1 "$LAB_DIR/said")"
}

kernels() {
	small_root
	echo 'this is no kernel' >"$tree/boot/vmlinuz-$release"
	refused "a kernel that is a text" 'is no kernel|no kernel that'
	small_root
	printf 'MZ\000\000zimg' >"$tree/boot/vmlinuz-$release"
	head -c 100000 /dev/urandom >>"$tree/boot/vmlinuz-$release"
	refused "a kernel for another machine" 'zboot|x86_64'
	small_root
	rm "$tree/boot/vmlinuz-$release"
	refused "a root without a kernel" 'no kernel'
}

programs() {
	small_root
	rm "$tree/usr/sbin/init"
	refused "a root without an init" 'init|first (process|program)'
	small_root
	chmod 644 "$tree/usr/sbin/init"
	refused "an init that cannot be executed" 'execut|mode'
	small_root
	printf '#!/usr/bin/nope\n' >"$tree/usr/sbin/init"
	imported "an init whose interpreter is missing" 'it needs ./usr/bin/nope., which is not in the root'
	small_root
	rm "$tree/usr/sbin/init"
	ln -s ../lib/nowhere "$tree/usr/sbin/init"
	refused "an init that is a link to nothing" 'link|init'
}

captured() {
	small_root
	printf 'UUID=3f1c2b6e-8a6d-4a57-9d0a-0d7c1f6f9e11 / ext4 defaults 0 1\nUUID=7B2C-91D4 /boot/efi vfat umask=0077 0 1\n' >"$tree/etc/fstab"
	imported "an fstab with disks of another machine" 'fstab'
	small_root
	echo 6f0b9d2c5e6a4b1e8f7a3c2d1e0f9a8b >"$tree/etc/machine-id"
	imported "the identity of a machine" 'machine-id'
	small_root
	mkdir "$tree/etc/ssh"
	echo secret >"$tree/etc/ssh/ssh_host_ed25519_key"
	imported "the host key of a machine" 'ssh_host|host key'
	small_root
	chmod 700 "$tree"
	imported "a root folder that only root may enter" '0?700|755|mode'
}

names() {
	small_root
	mv "$tree/boot/vmlinuz-$release" "$tree/boot/vmlinuz-linux"
	imported "a kernel with the name that Arch gives it" "$release"
	small_root
	mv "$tree/boot/vmlinuz-$release" "$tree/usr/lib/modules/$release/vmlinuz"
	rm -r "${tree:?}/boot"
	imported "a kernel beside its modules" "$release"
	small_root
	mkdir -p "$tree/boot/3b0c0a7f4ac74ee29e32c1b5a1a2b3c4/$release"
	mv "$tree/boot/vmlinuz-$release" "$tree/boot/3b0c0a7f4ac74ee29e32c1b5a1a2b3c4/$release/linux"
	imported "a kernel by the rules of the boot loader specification" "$release"
	small_root
	cp "$tree/boot/vmlinuz-$release" "$tree/boot/vmlinuz-0-rescue-3b0c0a7f4ac74ee29e32c1b5a1a2b3c4"
	imported "a kernel beside one for rescue" "$release"
}

others() {
	small_root
	rm -f "$LAB_DIR/file"
	mksquashfs "$tree" "$LAB_DIR/file" -quiet -no-progress >/dev/null
	refused "a squashfs" 'squashfs' "$LAB_DIR/file"
	(cd "$tree" && find . | cpio -o -H newc --quiet >"$LAB_DIR/file")
	refused "a cpio" 'cpio' "$LAB_DIR/file"
	mkdir -p "$LAB_DIR/saved/blobs/sha256"
	echo '[{"Config":"c.json","RepoTags":null,"Layers":["l/layer.tar"]}]' >"$LAB_DIR/saved/manifest.json"
	tar -C "$LAB_DIR/saved" -cf "$LAB_DIR/file" .
	refused "what docker save writes" 'docker' "$LAB_DIR/file"
	head -c 65536 /dev/zero >"$LAB_DIR/file"
	printf '\125\252' | dd of="$LAB_DIR/file" bs=1 seek=510 conv=notrunc 2>/dev/null
	refused "a disk image" 'disk' "$LAB_DIR/file"
}

e2e_lab
e2e_container </dev/null
kernels
names
programs
captured
others
