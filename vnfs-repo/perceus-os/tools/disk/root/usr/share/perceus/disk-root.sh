# shellcheck shell=sh disable=SC2154,SC2034
# Runs in the starter of a system on disks: finds its root.

mount_root() {
	load_all_drivers &
	DRIVERS=$!
	modprobe "$ROOT_TYPE" || true
	if [ -n "$ROOT_ARRAY" ]; then
		modprobe raid1 || true
		assemble_mirror md0 "$ROOT_ARRAY"
		[ -z "$SWAP_ARRAY" ] || (assemble_mirror md1 "$SWAP_ARRAY") || true
	fi
	device=$(device_of "$ROOT_UUID")
	ROOT=/.perceus/disk
	mkdir -p "$ROOT"
	mount -t "$ROOT_TYPE" "$device" "$ROOT" || fail "the root on $device cannot be mounted"
}

# DEVICE UUID: with both disks if they come in time, else with the one that is there
assemble_mirror() {
	DEVICE=$1 ARRAY=$2
	wait_for 20000 has_whole_mirror || mdadm --assemble --run "/dev/$1" --uuid="$2" 2>/dev/null ||
		fail "neither disk of the mirror that this node was installed to is there"
}

has_whole_mirror() { mdadm --assemble --no-degraded "/dev/$DEVICE" --uuid="$ARRAY" >/dev/null 2>&1; }
