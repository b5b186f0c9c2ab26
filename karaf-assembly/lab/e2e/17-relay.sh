#!/bin/sh
# A machine behind a router boots by ProxyDHCP: a relay passes its questions on to dnsmasq, which gives the address, and to Perceus.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

relay_lab() {
	e2e_lab
	in_lab ip link add far type bridge stp_state 0 forward_delay 0
	in_lab ip link set far up
	host_up router provision 10.10.0.254/24
	host_plug router far farside 10.20.0.254/24
	on_host router sysctl -q -w net.ipv4.ip_forward=1
	in_lab ip route add 10.20.0.0/24 via 10.10.0.254
	e2e_configure stateless-ram </dev/null
	echo 'dhcp = proxy' >>"$INSTANCE/etc/org.perceus.boot.interface-provision.cfg"
	rm "$INSTANCE/etc/org.perceus.node.network-lab.cfg"
	printf '%s\n' 'name = far' 'subnet = 10.20.0.0/24' 'router = 10.20.0.254' 'domain = far' >"$INSTANCE/etc/org.perceus.node.network-far.cfg"
	seed_plant
	container_start
}

site_of_far() {
	printf '%s\n' 'dhcp-range=set:far,10.20.0.150,10.20.0.180,255.255.255.0,1h' 'dhcp-option=tag:far,option:router,10.20.0.254' >"$LAB_DIR/far.lines"
	site_server_start dnsmasq "$LAB_DIR/far.lines"
	on_host site ip route add 10.20.0.0/24 via 10.10.0.254
	process_start relay nsenter --net --target "$(process_id router)" dhcrelay -4 -d -id farside -iu router 10.10.0.1 "$SITE_ADDRESS"
}

relay_problem() { perceus info | grep -o 'machines behind a relay that is not known.*' || true; }

relay_lab
site_of_far
mac=$(random_mac)
vm_start vm1 "$mac" --switch far
deadline=$(($(now) + 120))
until [ -n "$(relay_problem)" ] || [ "$(now)" -gt "$deadline" ]; do sleep 1; done
check "a relay that is not known is told of: $(relay_problem)" expr "$(relay_problem)" : '.*: 10\.10\.0\.254; .* by relays in '
vm_stop vm1
echo 'relays = 10.10.0.254' >>"$INSTANCE/etc/org.perceus.boot.interface-provision.cfg"
sleep 5
vm_start vm1 "$mac" --switch far
wait_state "$mac" ready "$boot_limit"
node=$(node_of_mac "$mac")
check "its address $(node_field "$node" address) is of the network behind the router" expr "$(node_field "$node" address)" : '10\.20\.0\.1[5-8][0-9]$'
check "the node is what the registry says" prove vm1 "$node"
check "the relay was heard" test "$(perceus info --counters --json | jq '.counters["dhcp.provision.taken-elsewhere"] // 0')" -ge 1
