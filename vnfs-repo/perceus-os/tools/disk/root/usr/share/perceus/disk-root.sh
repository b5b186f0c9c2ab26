# shellcheck shell=sh disable=SC2154,SC2034
# Runs in the starter of a system on disks: finds its root.

mount_root() {
	load_all_drivers &
	DRIVERS=$!
	modprobe "$ROOT_TYPE" || true
	if [ -n "$ROOT_ARRAY" ]; then
		modprobe raid1 || true
		# with both disks if they come in time, else with the one that is there
		wait_for 20000 has_both_disks || say "one disk of the mirror is missing"
		assemble_mirror md0 "$ROOT_ARRAY"
		[ -z "$SWAP_ARRAY" ] || (assemble_mirror md1 "$SWAP_ARRAY") || true
	fi
	device=$(device_of "$ROOT_UUID")
	ROOT=/.perceus/disk
	mkdir -p "$ROOT"
	mount -t "$ROOT_TYPE" "$device" "$ROOT" || fail "the root on $device cannot be mounted"
}

has_both_disks() { [ "$(cat "${SYSTEM:-}"/sys/class/block/*/uevent | grep -cx "PARTNAME=perceus-root-$DISK_ID")" -ge 2 ]; }

# DEVICE UUID
assemble_mirror() {
	mdadm --assemble --run "/dev/$1" --uuid="$2" 2>/dev/null ||
		fail "neither disk of the mirror that this node was installed to is there"
}
