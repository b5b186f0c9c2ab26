#!/bin/sh
# A machine with UEFI firmware that gets nothing by TFTP boots by HTTP, without a program loaded by PXE before.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

http_lab() {
	e2e_lab
	e2e_configure stateless-ram </dev/null
	echo 'tftp = false' >>"$INSTANCE/etc/org.perceus.boot.interface-provision.cfg"
	seed_plant
	container_launch
	container_wait 180 container_speaks
}

container_speaks() { perceus info 2>/dev/null | grep -q '^serves .*dhcp.*http'; }

http_lab
mac=$(random_mac)
vm_start vm1 "$mac" --firmware uefi
wait_state "$mac" ready "$boot_limit"
check "the node is what the registry says" prove vm1 "$(node_of_mac "$mac")"
check "its firmware started a program by HTTP" grep -aq 'Start HTTP Boot over IPv4' "$LAB_DIR/consoles/vm1.log"
equal "files by TFTP" "$(perceus info --counters --json | jq '[.counters | to_entries[] | select(.key | startswith("tftp."))] | length')" 0
