# shellcheck shell=sh disable=SC2154
# A capsule's root on the disks in $DISKS, step by step. The mark that it is complete comes last of all.

TARGET=$RUN/target BOOT=$RUN/boot

# CAPSULE FILE-SYSTEM SWAP-MIB: leaves an empty root in $TARGET
make_disks() {
	CAPSULE=$1 FILE_SYSTEM=$2 SWAP=$3 MIRRORED=no
	case $DISKS in *' '*) MIRRORED=yes ;; esac
	ID=$(new_uuid | tr -d - | head -c 12)
	ROOT_UUID=$(new_uuid) SWAP_UUID=$(new_uuid) ROOT_ARRAY=$(new_uuid) SWAP_ARRAY=$(new_uuid)
	for disk in $DISKS; do
		claim_disk "$disk"
		partition_disk "$disk" "$SWAP"
		make_boot_partition "$disk"
	done
	if [ "$MIRRORED" = yes ]; then
		make_mirror root "$ROOT_ARRAY"
		[ "$SWAP" -eq 0 ] || make_mirror swap "$SWAP_ARRAY"
	fi
	[ "$SWAP" -eq 0 ] || run_quietly /sbin/mkswap -U "$SWAP_UUID" "$(device_for swap)"
	make_root "$(device_for root)"
}

new_uuid() { cat /proc/sys/kernel/random/uuid; }

run_quietly() {
	"$@" >"$RUN/command" 2>&1 || fail "$(basename "$1") failed: $(tail -n 3 "$RUN/command" | printable)"
}

# without what kernels of older capsules do not know
make_root() {
	case $FILE_SYSTEM in
	ext4) run_quietly /sbin/mkfs.ext4 -q -F -U "$ROOT_UUID" -O '^orphan_file,^metadata_csum_seed' "$1" ;;
	xfs) run_quietly /sbin/mkfs.xfs -q -f -m "uuid=$ROOT_UUID" "$1" ;;
	*) fail "there is no file system '$FILE_SYSTEM' for disks" ;;
	esac
	modprobe "$FILE_SYSTEM" 2>/dev/null || true
	mkdir -p "$TARGET"
	mount -t "$FILE_SYSTEM" -o noatime "$1" "$TARGET" || fail "the new file system on $1 cannot be mounted"
}

make_boot_partition() {
	run_quietly /sbin/mkfs.fat -F 32 -n PERCEUS "$DEVICES/$(partition_named "perceus-boot-$ID" "$1")"
}

# DISK OPTIONS COMMAND...: with the partition that firmware reads mounted on $BOOT
with_boot_partition() {
	disk=$1 options=$2
	shift 2
	mkdir -p "$BOOT"
	mount -t vfat -o "$options" "$DEVICES/$(partition_named "perceus-boot-$(mark_value "$disk" id)" "$disk")" "$BOOT" ||
		fail "the boot partition of $disk cannot be mounted"
	"$@"
	umount "$BOOT"
}

# SHA256 BYTES: the capsule's root; the archive waits on the disk, for it may be larger than the memory
install_root() {
	fetch "$1" "$2" "$TARGET/.perceus-root"
	step "unpack the root"
	# the archive goes by the bytes of names, so something else may lie between a folder and what is in it
	gnu_tar -I /usr/bin/zstd --numeric-owner --xattrs --xattrs-include='*' -S --delay-directory-restore -xpf "$TARGET/.perceus-root" -C "$TARGET" 2>"$RUN/tar" ||
		fail "the root could not be unpacked: $(tar_failure "$RUN/tar")"
	rm -f "$TARGET/.perceus-root"
}

# not the one that busybox has
gnu_tar() { /bin/tar "$@"; }

# the node's own files over the capsule's, then what tells the system where it lives
install_node_files() {
	list_installed
	(cd "$DESTDIR" && gnu_tar --xattrs -cf - .) | gnu_tar --xattrs --keep-directory-symlink -xpf - -C "$TARGET" ||
		fail "the files of the node could not be written"
	file_systems >"$RUN/fstab"
	rm -f "$TARGET/etc/fstab"
	cp "$RUN/fstab" "$TARGET/etc/fstab"
	label_installed
}

# what the capsule mounts besides, without the disks of the machine that it was made on
file_systems() {
	echo "UUID=$ROOT_UUID / $FILE_SYSTEM defaults 0 1"
	[ "$SWAP" -eq 0 ] || echo "$(swap_source) none swap sw 0 0"
	[ ! -f "$TARGET/etc/fstab" ] ||
		awk '!/^[ \t]*(#|$)/ && $2 != "/" && $2 !~ "^/(boot|efi)(/|$)" && $3 != "swap"' "$TARGET/etc/fstab"
}

# only a system with mdadm in it finds a mirror by its UUID, and others wait for it at each start; the starter gives it its name
swap_source() { if [ "$MIRRORED" = yes ]; then echo "/dev/$(array_of swap)"; else echo "UUID=$SWAP_UUID"; fi; }

# KERNEL INITRD ARGUMENTS: first the system whole and on the disks, then what boots it, then the mark
finish_disks() {
	umount "$TARGET" || fail "the root could not be written to the disk"
	for disk in $DISKS; do with_boot_partition "$disk" rw put_system "$@"; done
	sync
	for disk in $DISKS; do
		with_boot_partition "$disk" rw put_loader "$disk"
		sync
	done
	[ "$MIRRORED" = no ] || stop_mirrors
	for disk in $DISKS; do
		write_disk_key "$disk"
		write_mark "$disk" complete "$ID" "$CAPSULE"
	done
}

stop_mirrors() {
	for array in md0 md1; do
		[ ! -e "$SYSFS/block/$array" ] || mdadm --stop "$DEVICES/$array" 2>/dev/null || say "the mirror $array is still busy"
	done
}

put_system() {
	mkdir -p "$BOOT/perceus" "$BOOT/grub"
	cp "$1" "$BOOT/perceus/kernel" || fail "the boot partition is too small for the kernel"
	cp "$2" "$BOOT/perceus/initrd" || fail "the boot partition is too small for the kernel's drivers"
	loader_configuration "$3" >"$BOOT/grub/grub.cfg"
	printf '%s\n' "$3" >"$BOOT/perceus/arguments"
}
