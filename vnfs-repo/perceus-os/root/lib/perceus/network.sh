# shellcheck shell=sh disable=SC2154
# The one network card that the server knows this machine by, or the VLAN on it.

bring_up_network() {
	load_network_drivers
	load_all_drivers &
	DRIVERS=$!
	renice 10 "$DRIVERS" >/dev/null
	bring_up_card 60000
	say "$CARD has $(ip -o -4 address show dev "$CARD" | sed -n 's/.* inet \([^ ]*\).*/\1/p'), asking $PERCEUS_SERVER"
}

# MILLISECONDS: how long to wait for the card, and for its link
bring_up_card() {
	wait_for "$1" find_card || fail "this machine has no network card with the address $PERCEUS_MAC, or no driver for it"
	ip link set dev lo up
	ip link set dev "$CARD" up || fail "the network card $CARD ($PERCEUS_MAC) cannot be switched on"
	wait_for "$1" has_link || fail "the network card $CARD ($PERCEUS_MAC) has no link: check its cable and the switch port"
	take_vlan
	if [ -n "$PERCEUS_IP" ]; then set_address; else ask_for_address; fi
}

# MILLISECONDS COMMAND…: polls the command until it is true or the time has passed
wait_for() { wait_until $(($(centiseconds) + $1 / 10)) "$@"; }

# CENTISECOND _ COMMAND…: what the command sets stays, so it runs in this shell
wait_until() {
	until behind_two "$@"; do
		[ "$(centiseconds)" -lt "$1" ] || return 1
		sleep 0.02
	done
}

behind_two() { shift 2 && "$@"; }

# since the kernel started
centiseconds() {
	read -r seconds _ </proc/uptime
	# a leading zero would make the number octal
	seconds=${seconds%.*}${seconds#*.}
	echo "${seconds#0}"
}

# what stands on a card, such as a VLAN, has the MAC of the card but is no device
find_card() {
	for folder in "${SYSTEM:-}"/sys/class/net/*; do
		[ -e "$folder/device" ] || continue
		read_mac "$folder"
		[ "$permanent" = "$PERCEUS_MAC" ] || continue
		CARD=${folder##*/}
		return 0
	done
	return 1
}

# FOLDER: into $permanent; a card that is part of a bond has the MAC of the bond
read_mac() {
	permanent=
	read -r permanent 2>/dev/null <"$1/bonding_slave/perm_hwaddr" || read -r permanent 2>/dev/null <"$1/address" || true
}

has_link() {
	carrier=0
	read -r carrier 2>/dev/null <"${SYSTEM:-}/sys/class/net/$CARD/carrier" || true
	[ "$carrier" = 1 ]
}

# a switch that sends the server's network with a tag: what stands on the card is what has the address. The module network gives it
# the same name.
take_vlan() {
	[ -n "${PERCEUS_VLAN:-}" ] || return 0
	vlan=boot.$PERCEUS_VLAN
	[ -e "${SYSTEM:-}/sys/class/net/$vlan" ] || make_vlan_on_card ||
		fail "the VLAN $PERCEUS_VLAN cannot be made on $CARD: the kernel $(uname -r) may have no driver 8021q"
	ip link set dev "$vlan" up || fail "the VLAN $PERCEUS_VLAN on $CARD cannot be switched on"
	CARD=$vlan
}

make_vlan_on_card() {
	modprobe 8021q 2>/dev/null || true
	ip link add link "$CARD" name "$vlan" type vlan id "$PERCEUS_VLAN" 2>/dev/null
}

leave_vlan() {
	[ -n "${PERCEUS_VLAN:-}" ] || return 0
	ip link delete dev "$CARD"
	find_card
}

# once more does no harm: a starter may have set it early
set_address() {
	has_address || ip address add "$PERCEUS_IP" broadcast + dev "$CARD"
	[ -z "$PERCEUS_GATEWAY" ] || ip route replace default via "$PERCEUS_GATEWAY" dev "$CARD" ||
		fail "the gateway $PERCEUS_GATEWAY is not in the network of $PERCEUS_IP"
}

has_address() { ip -o -4 address show dev "$CARD" | grep -Fq " inet $PERCEUS_IP "; }

ask_for_address() {
	attempt=0
	until udhcpc -f -n -q -t 4 -T 1 -i "$CARD" -s /lib/perceus/dhcp >/dev/null 2>&1; do
		[ "$attempt" -lt 8 ] || fail "no DHCP server answered on $CARD ($PERCEUS_MAC)"
		nap_ms "$(back_off_ms "$attempt")"
		attempt=$((attempt + 1))
	done
}
