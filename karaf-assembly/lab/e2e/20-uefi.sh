#!/bin/sh
# A machine with UEFI firmware and a network card without a ROM becomes a node.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

e2e_lab
e2e_container </dev/null
mac=$(random_mac)
vm_start vm1 "$mac" --firmware uefi
wait_state "$mac" ready "$boot_limit"
check "the node is what the registry says" prove vm1 "$(node_of_mac "$mac")"
