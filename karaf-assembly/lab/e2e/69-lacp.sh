#!/bin/sh
# A machine on two ports of a switch that aggregates them when the machine's end says so (LACP): it boots by one of them, and its own system
# has both in a bond. Whichever cable is pulled, it is reached.
# shellcheck disable=SC2016 # commands are for the shell of the node
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

switch_mac=02:0a:0b:0c:0d:0e

# soon WHAT EXPECTED COMMAND
soon() {
	console_soon bonded "$2" "$3" 60
	equal "$1" "$(console_run bonded "$3")" "$2"
}

ports() { soon "$1" "$2" 'cat /sys/class/net/bond0/bonding/ad_num_ports'; }

is_reached() { check "the node is reached $1" in_lab busybox ping -c 3 -W 5 "$(node_field bonded address)"; }

e2e_lab
e2e_container </dev/null
boot=$(random_mac) other=$(random_mac)
perceus node add --name bonded "$boot"
perceus node set "interfaces=other mac=$other; bond0 bond=boot,other mode=802.3ad" bonded
# a card without a speed takes no part in LACP
vm_start bonded "$boot" --card virtio-net-pci,speed=1000,duplex=full --also "provision=$other"
for port in tap-bonded tap1-bonded; do
	# what comes from one port of a group does not leave by another one
	in_lab bridge link set dev "$port" isolated on
done
process_start lacp "$LAB_SCRIPTS/lacp-switch" "$switch_mac" tap-bonded tap1-bonded
wait_state "$boot" ready "$boot_limit"
console_wait bonded "$PROMPT" 90 || trouble "bonded shows no prompt on its console"
soon "the switch that both cards speak to" "$switch_mac" 'cat /sys/class/net/bond0/bonding/ad_partner_mac'
ports "cards that are aggregated" 2
equal "the mode" "802.3ad 4" "$(console_run bonded 'cat /sys/class/net/bond0/bonding/mode')"
equal "the bond has the MAC that it was booted by" "$boot" "$(console_run bonded 'cat /sys/class/net/bond0/address')"
is_reached "by both cards"
for card in net net1; do
	vm_cable bonded false "$card"
	ports "cards without the cable of $card" 1
	is_reached "without the cable of $card"
	vm_cable bonded true "$card"
	ports "cards with it" 2
done
equal "units that failed" "$(console_run bonded 'systemctl --failed --plain --no-legend | wc -l')" 0
