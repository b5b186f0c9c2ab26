#!/bin/sh
# A machine whose RAM is too small for the capsule is told so with both numbers; one that has just enough becomes a node, whose
# root outgrows its RAM when it has swap space.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

# what no two pages of the root have alike, as many MiB as are asked for
# shellcheck disable=SC2016
pages='yes "$(seq 1000)" | head -c'
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
vm_start above "$mac" --memory $((needs + taken + 12)) --disk spare:1G
wait_state "$mac" ready "$boot_limit"
check "the node is what the registry says" prove above "$(node_of_mac "$mac")"

more=$(console_run above "awk '/^MemAvailable/ { print int(\$2 / 1024) + 64 }' /proc/meminfo")
check "the node has swap space on a disk" console_run above 'mkswap /dev/vda && swapon /dev/vda'
check "its root can be larger than its RAM" console_run above 'mount -o remount,size=1g /'
check "$more MiB fit into it, which is more than is left of the RAM" console_run above "$pages ${more}M >/large" 300
check "they are read as they were written" console_run above "$pages ${more}M | cmp - /large" 300
check "a part of the root is in the swap space" test "$(console_run above "awk '\$1 == \"/dev/vda\" { print int(\$4 / 1024) }' /proc/swaps")" -ge 32
