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

# a MAC that no vendor gave out
random_mac() {
	# shellcheck disable=SC2046,SC2183
	printf '02:%s:%s:%s:%s:%s\n' $(od -An -N5 -tx1 /dev/urandom)
}
