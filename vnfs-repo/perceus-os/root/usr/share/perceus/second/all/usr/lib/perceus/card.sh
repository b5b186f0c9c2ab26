# shellcheck shell=sh disable=SC2154,SC2034
# The address of the boot card.

# once; a wrong one is told, a missing one is set, so that this can be told
look_at_card() {
	[ -z "${card_told:-}" ] && [ -n "$PERCEUS_IP" ] || return 0
	card_told=$now
	! has_own_address || return 0
	held=$(card_address)
	if [ -n "$held" ]; then
		trouble="the boot card has the address $held and not ${PERCEUS_IP%/*} as the registry says$(manager_note): make whoever gives it that one leave the card alone"
	else
		trouble=$(card_trouble)
		set_own_address || true
	fi
	# a node that becomes ready all the same says it then
	echo "$trouble" >>"$RUN/troubles"
	tell trouble "$trouble" || true
}

has_own_address() { ip -o -4 address show | grep -q " inet ${PERCEUS_IP%/*}[/ ]"; }

# what has the card's MAC: the card, or a bridge or bond over it
card_address() {
	for folder in "$SYSTEM"/sys/class/net/*; do
		[ "$(cat "$folder/address" 2>/dev/null)" != "$PERCEUS_MAC" ] ||
			ip -o -4 address show dev "${folder##*/}" scope global | sed -n 's/.* inet \([^ ]*\).*/\1/p'
	done | head -n 1
}

card_trouble() {
	if ! find_card; then
		echo "the second system has no network card $PERCEUS_MAC: the capsule's kernel has no driver for it"
	elif ip link set dev "$CARD" up 2>/dev/null; ! wait_for 5000 has_link; then
		echo "the network card $CARD ($PERCEUS_MAC) has no link: check its cable and the switch port"
	else
		echo "nobody gave the boot card $CARD its address ${PERCEUS_IP%/*} within $now s$(manager_note); Perceus has set it meanwhile"
	fi
}

# who manages the cards, and what is wrong with it
manager_note() {
	case $system in systemd) note=$(unit_states) ;; *) note=$(manager_processes) ;; esac
	echo ", ${note:-and nothing that manages network cards was found}"
}

unit_states() {
	for unit in systemd-networkd NetworkManager networking wicked connman; do
		state=$(timeout 10 systemctl show -p LoadState -p ActiveState -p UnitFileState "$unit.service" 2>/dev/null | paste -s -d ' ') || continue
		case $state in
		*LoadState=masked*) echo "$unit is masked" ;;
		*ActiveState=failed*) echo "$unit has failed" ;;
		*ActiveState=active*) echo "$unit runs" ;;
		*ActiveState=activating*) echo "$unit is still starting" ;;
		*UnitFileState=disabled*) echo "$unit is disabled" ;;
		*UnitFileState=enabled*) echo "$unit has not been started yet" ;;
		esac
	done | paste -s -d ',' | sed 's/,/, /g'
}

manager_processes() {
	for program in NetworkManager dhcpcd dhclient udhcpc connmand wickedd systemd-network; do
		! runs "$program" || echo "$program runs"
	done | paste -s -d ',' | sed 's/,/, /g'
}

# by ip, as whoever should do it does not
set_own_address() {
	has_own_address && return
	find_card || {
		load_network_drivers
		wait_for 5000 find_card || return
	}
	ip link set dev "$CARD" up && wait_for 10000 has_link && take_vlan && set_address
}
