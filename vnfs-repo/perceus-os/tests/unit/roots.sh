# shellcheck shell=sh disable=SC2154,SC2034,SC2016,SC2317
# What methods build roots from in the starter; mount is ours and notes how it was called.

TREE=$PWD/starter/tree SYSTEM=$PWD/system
mkdir -p "$SYSTEM/proc"
echo "nodev	tmpfs" >"$SYSTEM/proc/filesystems"
# shellcheck source=/dev/null
. "$SHARE/starter/library/roots.sh"
mount() {
	echo "$*" >>mounts
	[ ! -e refuse ] || { echo "mount: mounting x on y failed: Connection refused" >&2 && return 1; }
}
modprobe() { echo "modprobe $*" >>mounts; }
bring_up_network() { echo network >>mounts; }
sleep() { :; }

test_a_tree_is_mounted_when_the_network_is_up() {
	mount_tree 10.0.0.1:/trees/x nfs4 ro,vers=4.2 "$PWD/a/tree"
	equal "$(cat mounts)" "network
modprobe nfs4
-t nfs4 -o ro,vers=4.2 10.0.0.1:/trees/x $PWD/a/tree"
	[ -d a/tree ]
}

test_nfs_clients_tell_themselves_apart() {
	mkdir -p "$SYSTEM/sys/module/nfs/parameters"
	: >"$SYSTEM/sys/module/nfs/parameters/nfs4_unique_id"
	mount_tree 10.0.0.1:/trees/x nfs4 ro "$PWD/tree"
	equal "$(cat "$SYSTEM/sys/module/nfs/parameters/nfs4_unique_id")" "$PERCEUS_MAC"
}

test_a_server_that_comes_back_is_waited_for() {
	: >refuse
	# the server is back at the third try
	sleep() { [ "$(grep -c '^-t' mounts)" -lt 3 ] || rm -f refuse; }
	mount_tree 10.0.0.1:/trees/x nfs4 ro "$PWD/tree"
	[ "$(grep -c '^-t' mounts)" -ge 3 ]
}

test_a_server_that_stays_away_ends_the_boot_with_its_reason() {
	: >refuse
	wait_for() { ! "$2"; return 1; }
	fails_with "10.0.0.1:/trees/x could not be mounted: Connection refused" \
		mount_tree 10.0.0.1:/trees/x nfs4 ro "$PWD/tree"
}

test_an_overlay_lies_in_ram() {
	overlay_root /lower 30%
	equal "$ROOT" "$PWD/starter/overlay"
	equal "$(cat mounts)" "modprobe overlay
-t tmpfs -o nosuid,nodev,mode=755,size=30% tmpfs $RUN/ram
-t overlay -o lowerdir=/lower,upperdir=$RUN/ram/upper,workdir=$RUN/ram/work overlay $ROOT"
	equal "$(stat -c %a "$RUN/ram/upper")" 755
}

test_an_overlay_takes_labels_without_copying_files() {
	echo "nodev	selinuxfs" >>"$SYSTEM/proc/filesystems"
	overlay_root /lower 30%
	contains "$(cat mounts)" "workdir=$RUN/ram/work,metacopy=on overlay"
}

test_a_size_that_is_none_is_named() {
	: >refuse
	fails_with "'much' is not a size" overlay_root /lower much
	fails_with "cannot be limited to 'much'" size_root much
}

test_a_root_is_sized_in_place() {
	size_root 2g
	equal "$(cat mounts)" "-o remount,size=2g none /"
}

# without an address of its own in the arguments the second system gets the one that was given by DHCP
test_the_second_system_does_not_ask_for_its_address_again() {
	PERCEUS_SERVER=http://10.0.0.1:9870 PERCEUS_IP='' PERCEUS_GATEWAY='' CARD=eth7
	ip() {
		case $* in
		*address*) echo "2: eth7    inet 10.0.0.9/24 brd 10.0.0.255 scope global eth7" ;;
		*route*) echo "default via 10.0.0.254 " ;;
		esac
	}
	equal "$(write_settings)" "PERCEUS_SERVER='http://10.0.0.1:9870'
PERCEUS_MAC='52:54:00:12:34:56'
PERCEUS_VLAN=''
PERCEUS_IP='10.0.0.9/24'
PERCEUS_GATEWAY='10.0.0.254'
INIT='/sbin/init'
KERNEL_LISTENER=''"
}
