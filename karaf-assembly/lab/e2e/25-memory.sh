#!/bin/sh
# A machine whose RAM is too small for the capsule is told so with both numbers; one that has just enough becomes a node.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

number() { node_field "$1" reason | sed -n "s/.*$2 \([0-9]*\) MiB.*/\1/p"; }

e2e_lab
e2e_container </dev/null
small=$(random_mac)
vm_start small "$small" --memory 400
wait_state "$small" waiting "$boot_limit"
has=$(number "$small" has) needs=$(number "$small" needs)
check "the reason has both numbers" test "${has:-0}" -gt 0 -a "${needs:-0}" -gt "${has:-0}"
check "the console of the machine says so" console_wait small "waiting: .*has $has MiB of RAM" 60
vm_stop small

# a kernel takes a part of the machine's memory for itself, and more of a larger one
taken=$((400 - has + (needs - has) / 32))
mac=$(random_mac)
vm_start below "$mac" --memory $((needs + taken - 12))
wait_state "$mac" waiting "$boot_limit"
vm_stop below
mac=$(random_mac)
vm_start above "$mac" --memory $((needs + taken + 12))
wait_state "$mac" ready "$boot_limit"
check "the node is what the registry says" prove above "$(node_of_mac "$mac")"
