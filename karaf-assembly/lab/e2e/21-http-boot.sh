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

# refused MAC: why it got nothing to boot
refused() { stranger_sentence "$1" | grep PXE; }

http_lab
mac=$(random_mac)
vm_start vm1 "$mac" --firmware uefi
deadline=$(($(now) + 120))
until refusal=$(refused "$mac") && [ -n "$refusal" ]; do
	[ "$(now)" -lt "$deadline" ] || trouble "the list of strangers does not say why PXE gets nothing"
	sleep 1
done
equal "why PXE gets nothing" "$refusal" "it boots by PXE, which loads its program by TFTP, and provision serves no TFTP"
wait_state "$mac" ready "$boot_limit"
check "the node is what the registry says" prove vm1 "$(node_of_mac "$mac")"
check "its firmware started a program by HTTP" grep -aq 'Start HTTP Boot over IPv4' "$LAB_DIR/consoles/vm1.log"
equal "files by TFTP" "$(perceus info --counters --json | jq '[.counters | to_entries[] | select(.key | startswith("tftp."))] | length')" 0
equal "how its boot began" "$(perceus boot show --json "$mac" | jq -r '.[0].events[0].detail')" 'UEFI_HTTP on UEFI_X64'
equal "strangers, and problems" "$(perceus stranger list --json)$(perceus info --json | jq -c .problems)" '[][]'
