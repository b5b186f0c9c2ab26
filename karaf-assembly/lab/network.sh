# shellcheck shell=sh
# The wires of the lab.

# switch_up NAME ADDRESS/LENGTH makes a bridge that the container serves
switch_up() {
	in_lab ip link add "$1" type bridge stp_state 0 forward_delay 0
	in_lab ip addr add "$2" dev "$1"
	in_lab ip link set "$1" up
	# a bridge without a port has no carrier, as if its cable were pulled
	in_lab ip link add "$1-port" type veth peer name "$1-end"
	in_lab ip link set "$1-port" master "$1" up
	# the other end must not answer for addresses of the bridge, which Linux would let it do
	in_lab ip link set "$1-end" arp off up
}

# tap_up NAME SWITCH makes the port for a virtual machine, and forgets a former one of that name
tap_up() {
	in_lab ip link delete "$1" 2>/dev/null || true
	in_lab ip tuntap add dev "$1" mode tap
	in_lab ip link set "$1" master "$2" up
}

# host_up NAME SWITCH ADDRESS/LENGTH: another host on the switch, which is a network namespace with one device of its name
host_up() {
	process_start "$1" unshare --net sleep infinity
	until [ "$(readlink "/proc/$(process_id "$1")/ns/net")" != "$(in_lab readlink /proc/self/ns/net)" ]; do sleep 0.1; done
	on_host "$1" ip link set lo up
	host_plug "$1" "$2" "$1" "$3"
}

# host_plug NAME SWITCH DEVICE ADDRESS/LENGTH gives it a device
host_plug() {
	in_lab ip link add "$3-port" type veth peer name "$3"
	in_lab ip link set "$3-port" master "$2" up
	in_lab ip link set "$3" netns "$(process_id "$1")"
	on_host "$1" ip addr add "$4" dev "$3"
	on_host "$1" ip link set "$3" up
}

# on_host NAME COMMAND…
on_host() {
	host=$(process_id "$1")
	shift
	nsenter --net --target "$host" "$@"
}

# a MAC that no vendor gave out
random_mac() {
	# shellcheck disable=SC2046,SC2183
	printf '02:%s:%s:%s:%s:%s\n' $(od -An -N5 -tx1 /dev/urandom)
}

# lose DEVICE PERCENT of what comes to this machine by it and of what it sends
lose() {
	in_lab nft -f - <<-END_OF_RULES
		table inet loss {
			chain in { type filter hook input priority 0; iifname "$1" numgen random mod 100 < $2 counter drop; }
			chain out { type filter hook output priority 0; oifname "$1" numgen random mod 100 < $2 counter drop; }
		}
	END_OF_RULES
}

# the packets that were lost so far
lost() { in_lab nft -j list table inet loss | jq '[.. | .packets? // empty] | add'; }

lose_nothing() { in_lab nft delete table inet loss; }
