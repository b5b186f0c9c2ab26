#!/bin/sh
# Machines with several cards: one has a bond of two of them with a VLAN, the other one a bond of the card that it is booted by.
# NETWORK_ROOT is another root of lab/roots than Debian 12 with systemd-networkd.
# shellcheck disable=SC2016 # commands are for the shell of the node
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

# is VM WHAT EXPECTED COMMAND
is() { equal "$1: $2" "$(console_run "$1" "$4")" "$3"; }

# soon VM WHAT EXPECTED COMMAND: some managers go on when the node is ready
soon() {
	console_soon "$1" "$3" "$4" 60
	is "$@"
}

# addresses INTERFACE
addresses() { echo "ip -4 -o addr show dev $1 | tr -s ' ' | cut -d ' ' -f 4"; }

# leases on that switch, with a router that no node is to use
leases_serve() {
	printf '%s\n' "interface $1" "start 10.20.0.50" "end 10.20.0.59" "lease_file $LAB_DIR/leases" "pidfile $LAB_DIR/leases.pid" \
		"option subnet 255.255.255.0" "option router 10.20.0.1" "option lease 600" >"$LAB_DIR/leases.conf"
	: >"$LAB_DIR/leases"
	process_start leases busybox udhcpd -f "$LAB_DIR/leases.conf"
}

e2e_lab
switch_up storage 10.20.0.1/24
leases_serve storage
if [ -n "${NETWORK_ROOT:-}" ]; then
	build_root "$NETWORK_ROOT"
	{ lab_settings && echo "setting.capsule = other"; } | container_configure
	container_start
	capsule_import stateless-ram other@1 "$CAPSULE"
else
	e2e_container </dev/null
fi

one=$(random_mac) one_a=$(random_mac) one_b=$(random_mac)
two=$(random_mac) two_a=$(random_mac) two_b=$(random_mac)
perceus node add --name net1 "$one"
perceus node add --name net2 "$two"
bond="first mac=$one_a; second mac=$one_b; bond0 bond=first,second mtu=1400"
vlan="bond0.12 vlan=12 on=bond0 address=10.12.0.0/16+number route=10.99.0.0/16 via=10.12.0.2"
perceus node set "interfaces=boot mtu=1450; $bond; $vlan" hosts=all net1
spare="spare mac=$two_a; bond0 bond=boot,spare mode=active-backup"
perceus node set "interfaces=$spare; store mac=$two_b dhcp; store.12 vlan=12 on=store address=10.12.0.0/16+number; br0 bridge address=10.99.0.1/16" net2
if perceus node set 'interfaces=bond0 bond=boot,eth7' net1 2>/dev/null; then trouble "a bond of a card that is not there was taken"; fi

vm_start net1 "$one" --memory "${NETWORK_MEMORY:-1024}" --also "storage=$one_a" --also "storage=$one_b"
vm_start net2 "$two" --memory "${NETWORK_MEMORY:-1024}" --also "provision=$two_a" --also "storage=$two_b"
wait_state "$one" ready "$boot_limit"
wait_state "$two" ready "$boot_limit"
for node in net1 net2; do
	console_wait "$node" "$PROMPT" 90 || trouble "$node shows no prompt on its console"
	equal "$node: what Perceus has to say" "$(perceus node status --json "$node" | jq -r '.[0].reason // empty' | grep -c 'cannot\|no driver')" 0
done

soon net1 "its VLAN" 10.12.0.1/16 "$(addresses bond0.12)"
is net1 "the bond" "active-backup lower_first lower_second" 'cd /sys/class/net/bond0; echo $(cut -d " " -f 1 bonding/mode) $(ls -d lower_*)'
is net1 "the names of its cards" "$one_a $one_b" 'echo $(for card in first second; do cat /sys/class/net/$card/bonding_slave/perm_hwaddr; done)'
is net1 "MTUs" "1400 1400" 'echo $(cat /sys/class/net/bond0/mtu /sys/class/net/first/mtu)'
is net1 "its route" "10.99.0.0/16 via 10.12.0.2 dev bond0.12" 'ip -4 route show 10.99.0.0/16 | grep -o "^.* bond0.12"'
is net1 "the boot card alone has the address of the registry" 1 "ip -4 -o addr show | grep -c ' $(node_field net1 address)/'"
soon net1 "the other machine is reached over the VLAN" 0 'ping -c 1 -W 5 10.12.0.2 >/dev/null; echo $?'
is net1 "and what is behind it, by the route" 0 'ping -c 1 -W 5 10.99.0.1 >/dev/null; echo $?'
is net1 "the name of the other's interface" 10.12.0.2 'getent hosts net2-store-12 | cut -d " " -f 1'

is net2 "the bond has the address of the boot card" "$(node_field net2 address)/24" "$(addresses bond0)"
is net2 "the MAC of the bond is the one that it was booted by" "$two" 'cat /sys/class/net/bond0/address'
soon net2 "its lease" 10.20.0.5 "$(addresses store) | cut -c 1-9"
is net2 "its default route" "" 'ip -4 route show default dev store'
is net2 "the empty bridge" 10.99.0.1/16 "$(addresses br0)"
is net2 "the boot card fails, and the other one takes over" spare 'cd /sys/class/net/bond0/bonding; for card in $(cat slaves); do [ $card = spare ] || ip link set dev $card down; done; sleep 2; cat active_slave'
check "the node is there still" in_lab busybox ping -c 3 -W 5 "$(node_field net2 address)"
