#!/bin/sh
# A capsule with a newer system than the server has, whose kernel reads by other calls of NFS, boots by each method that
# needs more of the kernel than to start.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

# add NAME METHOD VM [ARGUMENTS OF vm_start]
add() {
	name=$1 method=$2 vm=$3
	shift 3
	mac=$(random_mac)
	perceus node add --name "$name" "$mac"
	perceus node set "method=$method" "$name"
	vm_start "$vm" "$mac" "$@"
}

# boots NAME METHOD VM
boots() {
	wait_state "$1" ready "$boot_limit"
	check "$1 is what the registry says" prove "$3" "$1" "$2"
	equal "units that failed on $1" "$(console_run "$3" 'systemctl --failed --plain --no-legend | wc -l')" 0
}

e2e_lab
CAPSULE=$BUILD/debian-13.tar
build_debian 13 "$CAPSULE"
{ lab_settings nfs-root && echo 'setting.capsule = debian-13'; } | container_configure
container_start
capsule_import nfs-root debian-13@1 "$CAPSULE"
add far nfs-root vm1
add half hybrid vm2
boots far nfs-root vm1
check "far reads on from its tree" tree_reads vm1
boots half hybrid vm2
vm_stop vm1
vm_stop vm2
add near stateful-disk vm3 --disk one:4G
boots near stateful-disk vm3
