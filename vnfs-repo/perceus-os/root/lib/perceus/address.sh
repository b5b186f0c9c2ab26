# shellcheck shell=sh disable=SC2154
# The address of the node in a second system whose network managers are not told of it, or not all of them.

# MAC [ADDRESS/LENGTH [GATEWAY]]: the card with this permanent MAC gets the address early, by a service of ours. Without
# ADDRESS a network manager gives it one. Others that may be there leave the card alone.
install_address() {
	is_mac "$1" || fail "install_address: '$1' is no MAC address"
	[ -z "${2:-}" ] || is_network "$2" || fail "install_address: '$2' is not like 10.10.0.100/24"
	[ -z "${3:-}" ] || is_address "$3" || fail "install_address: '$3' is no address of a gateway"
	[ -n "${2:-}" ] || [ "$INIT_SYSTEM" != systemd ] || start_for_others
	printf 'mac=%s\naddress=%s\ngateway=%s\n' "$1" "${2:-}" "${3:-}" | write_file etc/perceus/address.conf 0644
}

# a node does not wait for a service that has nobody to keep off the card and no other card to name
start_for_others() {
	printf 'ConditionPathExists=|%s\n' \
		/etc/network/interfaces /etc/dhcpcd.conf /etc/connman/main.conf /etc/perceus/interfaces | sed '1i [Unit]' |
		write_file etc/systemd/system/perceus-address.service.d/others.conf 0644
}
