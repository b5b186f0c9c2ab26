# shellcheck shell=sh disable=SC2154
# Programs that would give the card an address of their own. Their files say the name of a card, which only the node knows.

has_others() {
	[ -e "$SYSTEM/etc/network/interfaces" ] || [ -e "$SYSTEM/etc/dhcpcd.conf" ] || [ -e "$SYSTEM/etc/connman/main.conf" ]
}

keep_others_off() {
	[ ! -e "$SYSTEM/etc/network/interfaces" ] || mark_for_ifupdown
	keep_dhcpcd_off || say "/etc/dhcpcd.conf cannot be written, so dhcpcd may ask for another address"
	keep_connman_off || say "/etc/connman/main.conf cannot be written, so connman may ask for another address"
	write_ifcfg || say "/etc/sysconfig cannot be written, so $CARD may get another address"
}

# ifup passes over a card that is configured. The name of no stanza lets the ifdown of ifupdown pass over it, too, which a
# root over the network needs; ifupdown-ng and busybox want the name of the card.
mark_for_ifupdown() {
	mkdir -p "$SYSTEM/run/network"
	note_line "$SYSTEM/run/network/ifstate" "$CARD=perceus"
	echo perceus >"$SYSTEM/run/network/ifstate.$CARD"
	note_line "$SYSTEM/run/ifstate" "$CARD=$CARD"
}

# FILE LINE
note_line() { grep -qsxF "$2" "$1" || echo "$2" >>"$1"; }

keep_dhcpcd_off() {
	[ ! -e "$SYSTEM/etc/dhcpcd.conf" ] && return
	# what comes behind the lines of one interface is for that one, unless it names another
	grep -qxF "denyinterfaces $CARD" "$SYSTEM/etc/dhcpcd.conf" ||
		sed -i "1i denyinterfaces $CARD" "$SYSTEM/etc/dhcpcd.conf"
}

keep_connman_off() {
	file=$SYSTEM/etc/connman/main.conf
	[ ! -e "$file" ] && return
	if grep -q '^ *NetworkInterfaceBlacklist *=' "$file"; then
		grep -q "^ *NetworkInterfaceBlacklist *=.*[=, ]$CARD\(,\|$\)" "$file" ||
			sed -i "s/^ *NetworkInterfaceBlacklist *=.*/&,$CARD/" "$file"
	elif grep -q '^\[General\]' "$file"; then
		# these are what connman leaves alone without the line
		sed -i "s/^\[General\].*/&\nNetworkInterfaceBlacklist=vmnet,vboxnet,virbr,ifb,ve-,vb-,$CARD/" "$file"
	else
		printf '[General]\nNetworkInterfaceBlacklist=vmnet,vboxnet,virbr,ifb,ve-,vb-,%s\n' "$CARD" >>"$file"
	fi
}

# for wicked and the network scripts of Red Hat: the same address, without a lease
write_ifcfg() {
	[ -n "$PERCEUS_IP" ] || return 0
	for folder in "$SYSTEM/etc/sysconfig/network" "$SYSTEM/etc/sysconfig/network-scripts"; do
		[ ! -d "$folder" ] || ifcfg >"$folder/ifcfg-$CARD" || return
	done
}

ifcfg() {
	printf "DEVICE=%s\nHWADDR=%s\nBOOTPROTO=static\nSTARTMODE=nfsroot\nONBOOT=yes\n" "$CARD" "$PERCEUS_MAC"
	printf "IPADDR=%s\nPREFIX=%s\nPREFIXLEN=%s\n" "${PERCEUS_IP%/*}" "${PERCEUS_IP#*/}" "${PERCEUS_IP#*/}"
	[ -z "$PERCEUS_GATEWAY" ] || printf "GATEWAY=%s\n" "$PERCEUS_GATEWAY"
}
