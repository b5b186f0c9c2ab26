# shellcheck shell=sh disable=SC2154
# Kernel arguments. They come from outside: each is checked by its pattern before anything uses it.

matches() {
	case $1 in
	*'
'*) return 1 ;;
	esac
	printf '%s\n' "$1" | grep -Eqx -- "$2"
}

octet='(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])'

is_address() { matches "$1" "($octet\.){3}$octet"; }
is_network() { matches "$1" "($octet\.){3}$octet/([12]?[0-9]|3[0-2])"; }
is_mac() { matches "$1" '([0-9a-f]{2}:){5}[0-9a-f]{2}'; }
is_token() { matches "$1" '[A-Za-z0-9_-]{20,128}'; }
is_hash() { matches "$1" '[0-9a-f]{64}'; }
is_number() { matches "$1" '(0|[1-9][0-9]{0,14})'; }
is_server() {
	matches "$1" "http://($octet\.){3}$octet(:[1-9][0-9]{0,4})?" || return 1
	case ${1#http://} in
	*:*) [ "${1##*:}" -le 65535 ] ;;
	esac
}

# prints the last value of the argument NAME in FILE
argument() {
	tr -s ' \t' '\n' <"$2" | sed -n "s/^perceus\.$1=//p" | tail -n 1
}

read_arguments() {
	PERCEUS_DEBUG=$(argument debug "$1")
	PERCEUS_SERVER=$(argument server "$1")
	PERCEUS_CLAIM=$(argument claim "$1")
	PERCEUS_MAC=$(argument mac "$1" | tr 'A-F-' 'a-f:')
	PERCEUS_IP=$(argument ip "$1")
	PERCEUS_GATEWAY=$(argument gateway "$1")
	export PERCEUS_DEBUG PERCEUS_SERVER PERCEUS_CLAIM PERCEUS_MAC PERCEUS_IP PERCEUS_GATEWAY
	PERCEUS_SERVER=${PERCEUS_SERVER%/}
	is_server "$PERCEUS_SERVER" || fail "the kernel argument perceus.server must be like http://10.10.0.1:9870"
	is_token "$PERCEUS_CLAIM" || fail "the kernel argument perceus.claim must be 20 to 128 letters, digits, _ or -"
	is_mac "$PERCEUS_MAC" || fail "the kernel argument perceus.mac must be like 52:54:00:12:34:56"
	[ -z "$PERCEUS_IP" ] || is_network "$PERCEUS_IP" || fail "the kernel argument perceus.ip must be like 10.10.0.100/24"
	[ -z "$PERCEUS_GATEWAY" ] || is_address "$PERCEUS_GATEWAY" ||
		fail "the kernel argument perceus.gateway must be like 10.10.0.1"
}
