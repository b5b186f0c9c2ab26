#!/bin/sh
# Wires as sites have them, each with simulated nodes that have to become ready: packets that are lost and late, small and large
# packets, and a server with two addresses in one network.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

round=0

# all_become_ready NODES WHAT [OPTION OF storm]…: other nodes each time
all_become_ready() {
	nodes=$1 what=$2
	shift 2
	round=$((round + 1))
	first=02:50:00:0$round:00:00
	# strangers would be asked for at addresses that the simulation answers for
	perceus simulate --list --nodes "$nodes" --first-mac "$first" >"$LAB_DIR/nodes.csv"
	perceus node import "$LAB_DIR/nodes.csv" >"$LAB_DIR/logs/import.log"
	storm --nodes "$nodes" --first-mac "$first" --timeout 300 --json "$@" >"$LAB_DIR/storm.json" 2>"$LAB_DIR/logs/storm.log" ||
		trouble "$what: $(jq -c '{ready, failed, failures, waits}' "$LAB_DIR/storm.json" 2>/dev/null || tail -n 3 "$LAB_DIR/logs/storm.log")"
	equal "nodes that became ready: $what" "$(jq .ready "$LAB_DIR/storm.json")" "$nodes"
}

# mtu OF_SERVER OF_NODES
mtu() {
	for device in provision-port provision-end provision; do in_lab ip link set "$device" mtu "$1"; done
	for device in nodes-port nodes-plug; do in_lab ip link set "$device" mtu "$2"; done
	# a bridge follows its narrowest port until it is told
	in_lab ip link set provision mtu "$1"
}

# served_by ADDRESS: when its device has been looked at again
served_by() {
	sleep 5
	perceus info --json | jq -e --arg address "$1" '.interfaces[] | select(.address == $address) | .servers | contains(["dhcp", "http", "tftp"])' >/dev/null
}

lab_guard
lab_up
neighbours_raise 4096
storm_switch
storm_container stateless-ram </dev/null

lose provision 5
all_become_ready 40 'one packet of twenty is lost, and DHCP is 100 ms under way' --image 1 --delay 100
check "packets were lost: $(lost)" test "$(lost)" -gt 100
lose_nothing

mtu 1280 1280
check "the server notices" served_by "$STORM_SERVER"
all_become_ready 4 'packets of 1280 octets' --whole
mtu 9000 1500
check "the server notices" served_by "$STORM_SERVER"
all_become_ready 4 'a server with packets of 9000 octets, and nodes with 1500' --whole

in_lab ip addr add 10.16.0.2/12 dev provision
all_become_ready 40 'a server with a second address'
echo "address = 10.16.0.2" >>"$INSTANCE/etc/org.perceus.boot.interface-provision.cfg"
check "it serves by the other one" served_by 10.16.0.2
all_become_ready 40 'a server by its second address'
