#!/bin/sh
# Three machines at once at a site that approves by hand: they wait until they are approved, one and then the others, and all become nodes.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

e2e_lab
e2e_container <<'END_OF_FILE'
approve = manual
END_OF_FILE

macs="$(random_mac) $(random_mac) $(random_mac)"
number=0
for mac in $macs; do
	number=$((number + 1))
	vm_start "vm$number" "$mac"
done
for mac in $macs; do wait_state "$mac" waiting "$boot_limit"; done
number=0
for mac in $macs; do
	number=$((number + 1))
	check "the console of vm$number says why it waits" console_wait "vm$number" 'waiting: .*not approved' 60
done
sleep 10
for mac in $macs; do equal "$mac after a while" "$(node_field "$mac" state)" waiting; done
# one, then all that are left: three systems that start together on two processors find their consoles too late
first=${macs%% *}
perceus node approve "$first"
wait_state "$first" ready "$boot_limit"
perceus node approve 'n*'
for mac in $macs; do wait_state "$mac" ready "$boot_limit"; done
number=0
for mac in $macs; do
	number=$((number + 1))
	check "vm$number is what the registry says" prove "vm$number" "$(node_of_mac "$mac")"
done
