# shellcheck shell=sh disable=SC2154,SC2034
# The interfaces that this node has beside its boot card and over it. The module network says what to do, a line for each thing,
# in the order in which it can be done; "boot" is the boot card. What cannot be done is told to the agent, and the rest is done.

INTERFACES=$SYSTEM/etc/perceus/interfaces
RUN=${PERCEUS_RUN:-$SYSTEM/run/perceus}
BOOT_CARD=''

has_interfaces() { [ -e "$INTERFACES" ]; }

# a bond or bridge that has the node's address in place of the boot card
has_holder() { has_interfaces && grep -q '^holder ' "$INTERFACES"; }

make_interfaces() {
	BOOT_CARD=$CARD
	await_cards
	while read -r what name rest; do
		# shellcheck disable=SC2086 # words
		case $what in card | bond | vlan | bridge | mtu | up | holder | address | route | lease) "make_$what" "$name" $rest || true ;; esac
	done <"$INTERFACES"
}

trouble() {
	say "$*"
	mkdir -p "$RUN"
	echo "$*" >>"$RUN/troubles"
	return 1
}

exists() { [ -e "$SYSTEM/sys/class/net/$1" ]; }

device() { case $1 in boot) echo "$BOOT_CARD" ;; *) echo "$1" ;; esac; }

# a card that is broken shall not keep the node waiting for long
await_cards() { wait_for 20000 have_cards || true; }

have_cards() {
	while read -r what name mac _; do
		[ "$what" != card ] || is_there "$name" "$mac" || return 1
	done <"$INTERFACES"
}

is_there() { if [ "$2" = - ]; then exists "$1"; else card_of "$2" >/dev/null; fi; }

card_of() (
	PERCEUS_MAC=$1
	has_name && echo "$CARD"
)

# NAME MAC|-
make_card() {
	is_there "$1" "$2" || { trouble "there is no network card $1 ($2), or no driver for it" || return; }
	[ "$2" = - ] || call_card "$(card_of "$2")" "$1" || return
	keep_others_off_of "$1"
}

# OLD NEW
call_card() {
	[ "$1" != "$2" ] || return 0
	[ "$2" != "$BOOT_CARD" ] || { trouble "$1 cannot be called $2, which is the boot card: use another name" || return; }
	! exists "$2" || rename_card "$2" "perceus$(cat "$SYSTEM/sys/class/net/$2/ifindex")" || return
	rename_card "$1" "$2"
}

rename_card() { { ip link set dev "$1" down && ip link set dev "$1" name "$2"; } 2>/dev/null || trouble "$1 cannot be called $2"; }

# CARD: which has no address of the registry
keep_others_off_of() (
	CARD=$1 PERCEUS_IP=''
	keep_others_off
)

# NAME DRIVER KIND [WORD…]: unless it is there, as a bond may be that its driver has made
add_device() {
	name=$1 driver=$2
	shift 2
	exists "$name" && return
	load_driver "$driver"
	exists "$name" || ip link add "$@" 2>/dev/null ||
		{ trouble "$name cannot be made: the kernel $(uname -r) of the capsule may have no driver $driver" || return; }
	keep_others_off_of "$name"
}

load_driver() {
	case $1 in
	# it would make a bond of its own
	bonding) modprobe bonding max_bonds=0 ;;
	*) modprobe "$1" ;;
	esac 2>/dev/null || true
}

# NAME FILE VALUE
tune() { [ "$(cut -d ' ' -f 1 <"$SYSTEM/sys/class/net/$1/$2")" = "$3" ] || echo "$3" >"$SYSTEM/sys/class/net/$1/$2"; }

# NAME MODE MAC|- MEMBER…
make_bond() {
	add_device "$1" bonding "$1" type bond || return
	{ tune "$1" bonding/mode "$2" && tune "$1" bonding/miimon 100; } 2>/dev/null ||
		trouble "the bond $1 cannot be $2" || true
	bond=$1 mac=$3
	shift 3
	set_mac "$bond" "$mac"
	for member in "$@"; do join "$bond" "$(device "$member")" down; done
}

# NAME MAC|- MEMBER…
make_bridge() {
	add_device "$1" bridge "$1" type bridge || return
	# a bridge that waits to learn would keep the node from its server
	{ tune "$1" bridge/stp_state 0 && tune "$1" bridge/forward_delay 0; } 2>/dev/null || true
	bridge=$1 mac=$2
	shift 2
	set_mac "$bridge" "$mac"
	for member in "$@"; do join "$bridge" "$(device "$member")" up; done
}

set_mac() { [ "$2" = - ] || ip link set dev "$1" address "$2" 2>/dev/null || trouble "$1 cannot have the MAC $2" || true; }

# MASTER MEMBER down|up: a bond takes what is down only
join() {
	[ "$(basename "$(readlink "$SYSTEM/sys/class/net/$2/master")")" != "$1" ] || return 0
	{
		ip address flush dev "$2" && ip link set dev "$2" "$3" && ip link set dev "$2" master "$1" &&
			ip link set dev "$2" up
	} 2>/dev/null || trouble "$2 cannot be a part of $1" || true
}

# NAME ID PARENT
make_vlan() { add_device "$1" 8021q link "$(device "$3")" name "$1" type vlan id "$2"; }

# NAME BYTES
make_mtu() { ip link set dev "$(device "$1")" mtu "$2" 2>/dev/null || trouble "$1 cannot have packets of $2 bytes"; }

# NAME
make_up() { ip link set dev "$(device "$1")" up 2>/dev/null || trouble "$1 cannot be switched on"; }

# NAME: where it could not be made the node is reached by its card
make_holder() {
	! exists "$1" || CARD=$1
	give_address
}

# NAME ADDRESS/LENGTH
make_address() {
	card=$(device "$1")
	! ip -o -4 address show dev "$card" 2>/dev/null | grep -Fq " inet $2 " || return 0
	ip address add "$2" broadcast + dev "$card" 2>/dev/null || trouble "$1 cannot have the address $2"
}

# NAME NETWORK [GATEWAY]
make_route() {
	card=$(device "$1") destination=$2
	shift 2
	# shellcheck disable=SC2086
	ip route replace "$destination" ${1:+via "$1"} dev "$card" 2>/dev/null || trouble "there is no way to $destination${1:+ by $1} over $card"
}

# NAME [default]: asks for as long as the node runs; the first answer is not waited for
make_lease() {
	PERCEUS_DEFAULT_ROUTE=${2:-} udhcpc -b -t 3 -T 2 -A 10 -i "$1" -s "$HERE/lease" </dev/null >/dev/null 2>&1 &
}
