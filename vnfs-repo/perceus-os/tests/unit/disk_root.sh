# shellcheck shell=sh disable=SC2154,SC2034,SC2317
# How the starter finds a root that is mirrored over two disks.

SYSTEM=$PWD/system DISK_ID=0123456789ab
ROOT_UUID=root-uuid ROOT_TYPE=ext4 ROOT_ARRAY=root-array SWAP_ARRAY=swap-array
# shellcheck source=/dev/null
. "$tests/../tools/disk/root/usr/share/perceus/disk-root.sh"
load_all_drivers() { :; }
modprobe() { :; }
device_of() { echo "/dev/of-$1"; }
mkdir() { command mkdir -p "$SYSTEM$2"; }
mount() { echo "mount $*" >>calls; }
mdadm() { echo "mdadm $*" >>calls; }
# one look, and no patience
wait_for() { "$2"; }

# DISK [ID]: a disk that Perceus installed to
see_disk() {
	for number in 1 2 3 4; do command mkdir -p "$SYSTEM/sys/class/block/$1$number"; done
	echo "PARTNAME=perceus-boot-${2:-$DISK_ID}" >"$SYSTEM/sys/class/block/${1}2/uevent"
	echo "PARTNAME=perceus-swap-${2:-$DISK_ID}" >"$SYSTEM/sys/class/block/${1}3/uevent"
	echo "PARTNAME=perceus-root-${2:-$DISK_ID}" >"$SYSTEM/sys/class/block/${1}4/uevent"
	for number in 1 2 3 4; do : >>"$SYSTEM/sys/class/block/$1$number/uevent"; done
}

mirrors="mdadm --assemble --run /dev/md0 --uuid=root-array
mdadm --assemble --run /dev/md1 --uuid=swap-array
mount -t ext4 /dev/of-root-uuid /.perceus/disk"

test_a_mirror_of_two_disks_is_whole_as_soon_as_both_are_there() {
	see_disk vda
	see_disk vdb
	CONSOLE=$PWD/console
	mount_root
	[ ! -e console ] || equal "$(cat console)" ""
	equal "$(cat calls)" "$mirrors"
}

test_one_disk_of_a_mirror_is_enough() {
	see_disk vdb
	see_disk vdc ba9876543210
	CONSOLE=$PWD/console
	mount_root
	contains "$(cat console)" "one disk of the mirror is missing"
	equal "$(cat calls)" "$mirrors"
}

test_a_mirror_of_swap_space_that_is_gone_holds_nothing_up() {
	see_disk vda
	see_disk vdb
	mdadm() {
		echo "mdadm $*" >>calls
		case $* in *swap-array) return 1 ;; esac
	}
	mount_root
	equal "$(cat calls)" "$mirrors"
}

test_without_either_disk_the_boot_says_so() {
	see_disk vdc ba9876543210
	mdadm() { return 1; }
	fails_with "neither disk of the mirror that this node was installed to is there" mount_root
}

test_a_root_on_one_disk_waits_for_no_other() {
	ROOT_ARRAY='' SWAP_ARRAY=''
	wait_for() { echo waited >>calls; }
	mount_root
	equal "$(cat calls)" "mount -t ext4 /dev/of-root-uuid /.perceus/disk"
}
