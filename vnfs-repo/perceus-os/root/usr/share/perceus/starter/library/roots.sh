# shellcheck shell=sh disable=SC2154,SC2034
# What the scripts of methods build roots from.

# waits until something with a file-system UUID appears, as the controllers of disks and RAIDs take their time
device_of() {
	UUID=$1
	wait_for 60000 has_device || fail "no disk has the file system $1 that this node was installed to: is its disk there, and does the capsule's kernel have the driver for it?"
	findfs "UUID=$1"
}

has_device() { findfs "UUID=$UUID" >/dev/null 2>&1; }

# SOURCE TYPE OPTIONS FOLDER: mounts a tree that a file server hands out; one that is being restarted is waited for
mount_tree() {
	SOURCE=$1 TYPE=$2 OPTIONS=$3 FOLDER=$4
	bring_up_network
	modprobe "$TYPE" 2>/dev/null || modprobe "${TYPE}v4" 2>/dev/null || true
	name_nfs_client
	mkdir -p "$FOLDER"
	say "mounting $SOURCE"
	wait_for 120000 tree_is_mounted ||
		fail "$SOURCE could not be mounted: $(tail -n 1 "$RUN/mount" | sed 's/^.*failed: //' | printable)"
}

# a server takes clients of one name for one client that was restarted, and no machine has its name yet
name_nfs_client() {
	unique=${SYSTEM:-}/sys/module/nfs/parameters/nfs4_unique_id
	[ ! -e "$unique" ] || printf '%s' "$PERCEUS_MAC" >"$unique"
}

tree_is_mounted() {
	mount -t "$TYPE" -o "$OPTIONS" "$SOURCE" "$FOLDER" 2>"$RUN/mount" && return
	sleep 1
	return 1
}

# SIZE: how large a root may grow that is the initramfs, which the kernel limits to half of the RAM
size_root() {
	ROOT_SIZE=$1
	mount -o "remount,size=$1" none / || fail "the root cannot be limited to '$1': use a size like 50% or 2g that it fits into"
}

# LOWER SIZE: the root is the folder LOWER, and what is written to it stays in RAM, at most SIZE (as tmpfs takes it)
overlay_root() {
	# not below /run, which moves into it
	ROOT=${TREE%/*}/overlay
	mkdir -p "$RUN/ram" "$ROOT"
	modprobe overlay 2>/dev/null || true
	mount -t tmpfs -o "nosuid,nodev,mode=755,size=$2" tmpfs "$RUN/ram" ||
		fail "'$2' is not a size for what is written to the root: use one like 50% or 2g"
	mkdir "$RUN/ram/upper" "$RUN/ram/work"
	chmod 755 "$RUN/ram/upper"
	mount -t overlay -o "lowerdir=$1,upperdir=$RUN/ram/upper,workdir=$RUN/ram/work$(overlay_of_labels)" overlay "$ROOT" ||
		fail "the overlay over the root could not be mounted: the capsule's kernel needs the driver overlay"
}

# SELinux sets labels of files on the server in RAM, without a copy of their content
overlay_of_labels() { if grep -qw selinuxfs "${SYSTEM:-}/proc/filesystems"; then echo ,metacopy=on; fi; }
