# shellcheck shell=sh disable=SC2154
# From whatever a disk was to empty partitions of ours. At each moment of it the disk is free, ours or as it was.

# the disk stays recognizable as ours while the old goes: partition by partition, then the table, then the name
claim_disk() {
	if is_ours "$1"; then
		write_mark "$1" installing "$(mark_value "$1" id)" "$CAPSULE"
		start_nothing "$1"
	fi
	for part in $(partitions "$1"); do clear_bytes "$1" "$part" 0 256; done
	clear_bytes "$1" "$1" $(($(bytes_of "$1") / 4096 - 256)) 256
	clear_bytes "$1" "$1" 129 127
	clear_bytes "$1" "$1" 0 128
	read_partitions "$1"
	write_mark "$1" installing "$ID" "$CAPSULE"
}

# DISK: the instruction int 0x18 sends a BIOS to whatever else it can start; it takes any partition table for a boot loader,
# and without an instruction it would stand still until somebody comes
start_nothing() {
	printf '\315\030' | dd of="$DEVICES/$1" bs=2 count=1 conv=notrunc,fsync 2>/dev/null || fail "the disk $1 cannot be written to"
}

# DISK DEVICE FIRST COUNT, in pages of 4096 bytes
clear_bytes() {
	dd if=/dev/zero of="$DEVICES/$2" bs=4096 seek="$3" count="$4" conv=notrunc,fsync 2>/dev/null ||
		[ "$2" != "$1" ] || fail "the disk $1 cannot be written to"
}

# the kernel refuses while something uses a partition
read_partitions() {
	blockdev --rereadpt "$DEVICES/$1" 2>"$RUN/blockdev" || fail "the disk $1 is in use: $(printable <"$RUN/blockdev")"
}

# DISK SWAP-MIB
partition_disk() {
	partition_table "$2" | sfdisk -q --wipe always --wipe-partitions always --no-tell-kernel "$DEVICES/$1" >"$RUN/sfdisk" 2>&1 ||
		fail "the disk $1 cannot be partitioned: $(printable <"$RUN/sfdisk")"
	start_nothing "$1"
	read_partitions "$1"
	ROLE_DISK=$1
	wait_for 20000 has_root_partition || fail "the partitions of the disk $1 do not appear"
}

has_root_partition() { [ -b "$DEVICES/$(partition_named "perceus-root-$ID" "$ROLE_DISK")" ]; }

# the first for a BIOS, the second for either firmware and with what both start
partition_table() {
	echo 'label: gpt'
	echo "size=1MiB, name=perceus-bios-$ID, type=21686148-6449-6E6F-744E-656564454649"
	echo "size=512MiB, name=perceus-boot-$ID, type=C12A7328-F81F-11D2-BA4B-00A0C93EC93B"
	[ "$1" -eq 0 ] || echo "size=$1MiB, name=perceus-swap-$ID, type=0657FD6D-A4AB-43C4-84E5-0933C84B4F4F"
	echo "name=perceus-root-$ID, type=0FC63DAF-8483-4772-8E79-3D69D8477DE4"
}

# ROLE: the device that has it: a partition, or the mirror of one on each disk
device_for() {
	if [ "$MIRRORED" = yes ]; then
		echo "$DEVICES/$(array_of "$1")"
	else
		echo "$DEVICES/$(partition_named "perceus-$1-$ID" "$DISKS")"
	fi
}

array_of() { case $1 in root) echo md0 ;; swap) echo md1 ;; esac; }

# ROLE UUID
make_mirror() {
	modprobe raid1
	members=$(for disk in $DISKS; do echo "$DEVICES/$(partition_named "perceus-$1-$ID" "$disk")"; done)
	# shellcheck disable=SC2086 # devices, one word each
	mdadm --create "$DEVICES/$(array_of "$1")" --run --quiet --level=1 --metadata=1.2 --bitmap=internal --homehost=any \
		--name="perceus-$1" --uuid="$2" --raid-devices=2 $members >"$RUN/mdadm" 2>&1 ||
		fail "the mirror of $members cannot be made: $(printable <"$RUN/mdadm")"
}
