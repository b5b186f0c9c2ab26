# shellcheck shell=sh disable=SC2154
# GRUB on a disk, for BIOS and UEFI.

GRUB=${SYSTEM:-}/usr/share/perceus/grub

# ARGUMENTS, each a word of its own that GRUB takes as it is
loader_configuration() {
	printf 'set timeout=0\necho "Perceus: starting %s from the disk"\nlinux /perceus/kernel' "$CAPSULE"
	set -f
	for word in $1; do printf " '%s'" "$word"; done
	set +f
	printf '\ninitrd /perceus/initrd\nboot\n'
}

put_loader() {
	mkdir -p "$BOOT/EFI/BOOT"
	cp "$GRUB/bootx64.efi" "$BOOT/EFI/BOOT/BOOTX64.EFI"
	put_bios_loader "$1"
}

# The first sector of the disk loads the first of the BIOS partition, and that one the rest: both are told where it is. What
# the first sector has behind byte 440 belongs to the partition table.
put_bios_loader() {
	part=$(partition_named "perceus-bios-$ID" "$1")
	read_value "$SYSFS/block/$1/$part/start"
	first=$value
	cp "$GRUB/core.img" "$RUN/core"
	cp "$GRUB/boot.img" "$RUN/loader"
	patch_number "$RUN/core" 500 $((first + 1))
	patch_number "$RUN/loader" 92 "$first"
	dd if="$RUN/core" of="$DEVICES/$part" bs=1M conv=notrunc,fsync 2>/dev/null || fail "the boot loader cannot be written to $part"
	dd if="$RUN/loader" of="$DEVICES/$1" bs=440 count=1 conv=notrunc,fsync 2>/dev/null || fail "the boot loader cannot be written to $1"
}

# FILE OFFSET NUMBER: eight bytes, the lowest first
patch_number() {
	rest=$3 bytes=
	while [ "${#bytes}" -lt 32 ]; do
		bytes="$bytes\\$(printf %03o $((rest % 256)))"
		rest=$((rest / 256))
	done
	# shellcheck disable=SC2059 # the bytes are written as escapes
	printf "$bytes" | dd of="$1" bs=1 seek="$2" conv=notrunc 2>/dev/null
}
