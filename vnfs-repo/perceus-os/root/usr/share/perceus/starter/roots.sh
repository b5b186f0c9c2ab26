# shellcheck shell=sh disable=SC2154,SC2034
# What the scripts of methods build roots from.

# waits until something with a file-system UUID appears, as the controllers of disks and RAIDs take their time
device_of() {
	UUID=$1
	wait_for 60000 has_device || fail "no disk has the file system $1 that this node was installed to"
	findfs "UUID=$1"
}

has_device() { findfs "UUID=$UUID" >/dev/null 2>&1; }

# LOWER SIZE: the root is LOWER, and what is written to it stays in RAM, at most SIZE (as tmpfs takes it)
overlay_root() {
	ROOT=$RUN/overlay
	mkdir -p "$RUN/ram" "$ROOT"
	modprobe overlay 2>/dev/null || true
	mount -t tmpfs -o "nosuid,nodev,mode=755,size=$2" tmpfs "$RUN/ram"
	mkdir "$RUN/ram/upper" "$RUN/ram/work"
	chmod 755 "$RUN/ram/upper"
	mount -t overlay -o "lowerdir=$1,upperdir=$RUN/ram/upper,workdir=$RUN/ram/work" overlay "$ROOT" ||
		fail "the overlay over the root could not be mounted: the capsule's kernel needs the driver overlay"
}
