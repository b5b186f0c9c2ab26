# shellcheck shell=sh disable=SC2154
# Kernel arguments. They come from outside: each is checked by its pattern before anything uses it.

has_only() {
	case $1 in
	'' | *[!$2]*) return 1 ;;
	esac
}

is_number() {
	has_only "$1" 0-9 || return 1
	case $1 in
	0?* | ????????????????*) return 1 ;;
	esac
}

is_below() { is_number "$1" && [ "$1" -lt "$2" ]; }
is_hash() { has_only "$1" 0-9a-f && [ "${#1}" -eq 64 ]; }
is_token() { has_only "$1" A-Za-z0-9_- && [ "${#1}" -ge 20 ] && [ "${#1}" -le 128 ]; }
is_mode() { has_only "$1" 0-7 && [ "${#1}" -ge 3 ] && [ "${#1}" -le 5 ]; }

# what tmpfs takes as its size: a share of the RAM, or a number of bytes
is_size() {
	case $1 in
	0*) return 1 ;;
	*%) is_below "${1%?}" 101 ;;
	*[kKmMgG]) is_below "${1%?}" 1000000000 ;;
	*) is_number "$1" ;;
	esac
}

is_mac() {
	has_only "$1" 0-9a-f: || return 1
	case $1 in
	[!:][!:]:[!:][!:]:[!:][!:]:[!:][!:]:[!:][!:]:[!:][!:]) ;;
	*) return 1 ;;
	esac
}

is_vlan() { is_below "$1" 4095 && [ "$1" -gt 0 ]; }

# the number, or what iPXE calls the VLAN of that number on its card
vlan_of() {
	case $1 in
	*-*) echo "${1##*-}" ;;
	*[!0-9]*) ;;
	*) echo "$1" ;;
	esac
}

is_address() {
	case $1 in
	*.*.*.*.*) return 1 ;;
	*.*.*.*) ;;
	*) return 1 ;;
	esac
	set -- "$1."
	while [ -n "$1" ]; do
		is_below "${1%%.*}" 256 || return 1
		set -- "${1#*.}"
	done
}

is_network() {
	case $1 in
	*/*) is_address "${1%%/*}" && is_below "${1#*/}" 33 ;;
	*) return 1 ;;
	esac
}

is_server() {
	case $1 in
	http://*:*:*) return 1 ;;
	http://*:*) is_address "$(http_host "$1")" && is_below "${1##*:}" 65536 && [ "${1##*:}" -gt 0 ] ;;
	http://*) is_address "${1#http://}" ;;
	*) return 1 ;;
	esac
}

# the last of several counts
read_arguments() {
	PERCEUS_SERVER='' PERCEUS_CLAIM='' PERCEUS_MAC='' PERCEUS_VLAN='' PERCEUS_IP='' PERCEUS_GATEWAY='' PERCEUS_DEBUG='' PERCEUS_RESCUE='' PERCEUS_LOADED=''
	read -r words <"$1"
	set -f
	for word in $words; do
		case $word in
		perceus.server=*) PERCEUS_SERVER=${word#*=} ;;
		perceus.claim=*) PERCEUS_CLAIM=${word#*=} ;;
		perceus.mac=*) PERCEUS_MAC=$(echo "${word#*=}" | tr 'A-F-' 'a-f:') ;;
		perceus.vlan=*) PERCEUS_VLAN=$(vlan_of "${word#*=}") ;;
		perceus.ip=*) PERCEUS_IP=${word#*=} ;;
		perceus.gateway=*) PERCEUS_GATEWAY=${word#*=} ;;
		perceus.debug=*) PERCEUS_DEBUG=${word#*=} ;;
		perceus.rescue=*) PERCEUS_RESCUE=${word#*=} ;;
		perceus.loaded=*) PERCEUS_LOADED=${word#*=} ;;
		esac
	done
	set +f
	export PERCEUS_DEBUG PERCEUS_RESCUE PERCEUS_LOADED PERCEUS_SERVER PERCEUS_CLAIM PERCEUS_MAC PERCEUS_VLAN PERCEUS_IP PERCEUS_GATEWAY
	PERCEUS_SERVER=${PERCEUS_SERVER%/}
	is_server "$PERCEUS_SERVER" || fail "the kernel argument perceus.server must be like http://10.10.0.1:9870"
	is_token "$PERCEUS_CLAIM" || fail "the kernel argument perceus.claim must be 20 to 128 letters, digits, _ or -"
	is_mac "$PERCEUS_MAC" || fail "the kernel argument perceus.mac must be like 52:54:00:12:34:56"
	[ -z "$PERCEUS_VLAN" ] || is_vlan "$PERCEUS_VLAN" ||
		fail "the kernel argument perceus.vlan must be a number from 1 to 4094, or such a name as net0-12"
	[ -z "$PERCEUS_IP" ] || is_network "$PERCEUS_IP" || fail "the kernel argument perceus.ip must be like 10.10.0.100/24"
	[ -z "$PERCEUS_GATEWAY" ] || is_address "$PERCEUS_GATEWAY" ||
		fail "the kernel argument perceus.gateway must be like 10.10.0.1"
}
