#!/bin/sh
# Machines far away, and behind a bad wire: each packet is up to 200 ms late each way, or one of twenty is lost. With a BIOS, and with UEFI,
# whose program comes by TFTP.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

# becomes_ready NAME [ARGUMENT OF vm_start]…
becomes_ready() {
	node=$1 mac=$(random_mac)
	shift
	perceus node add --name "$node" "$mac" >/dev/null
	vm_start "$node" "$mac" "$@"
	wait_state "$mac" ready "$boot_limit"
	check "$node is what the registry says" prove "$node" "$node"
	vm_stop "$node"
}

e2e_lab
e2e_container </dev/null
becomes_ready far --late 200
becomes_ready far-uefi --late 200 --firmware uefi --memory 1536
lose provision 5
becomes_ready lossy
becomes_ready lossy-uefi --firmware uefi --memory 1536
check "packets were lost: $(lost)" test "$(lost)" -gt 100
