# shellcheck shell=sh disable=SC2154,SC2034
# What Perceus OS leaves behind in the second system.

SHARE=${SHARE:-/usr/share/perceus}
INIT=/sbin/init INIT_SYSTEM=systemd
# where the kernel of the second system shall send its lines: ADDRESS PORT MAC
KERNEL_LISTENER=

# PATH INIT-SYSTEM: the program that the second system begins with, and its family
capsule_is() {
	case $1 in
	*[!A-Za-z0-9/._+-]*) fail "capsule_is: '$1' is no path of a program" ;;
	/*) INIT=$1 ;;
	*) fail "capsule_is: '$1' is no absolute path" ;;
	esac
	case $2 in
	systemd | openrc | sysvinit | runit | s6 | busybox | other) INIT_SYSTEM=$2 ;;
	*) fail "capsule_is: there is no init system '$2'" ;;
	esac
}

# SERVER TOKEN MAC
install_agent() {
	is_server "$1" || fail "install_agent: '$1' is no server"
	is_token "$2" || fail "install_agent: the token is not 20 to 128 letters, digits, _ or -"
	is_mac "$3" || fail "install_agent: '$3' is no MAC address"
	install_services
	find_address
	printf 'server=%s\ntoken=%s\nmac=%s\nvlan=%s\naddress=%s\ngateway=%s\nsystem=%s\n' \
		"$1" "$2" "$3" "$PERCEUS_VLAN" "$PERCEUS_IP" "$PERCEUS_GATEWAY" "$INIT_SYSTEM" | write_file etc/perceus/agent.conf 0600
	[ ! -f "$NODE_KEY" ] || write_file etc/perceus/node.key 0600 <"$NODE_KEY"
}

# SIZE: the root is the initramfs, and may grow so large, as tmpfs takes it
install_ram_init() {
	is_size "${1:-}" || fail "install_ram_init: '${1:-}' is no size like 50%, 2g or 800m"
	make_starter "mount_root() { size_root '$1'; }"
}

# SCRIPT: the second system begins with a program of ours in its initramfs, which runs SCRIPT: it defines mount_root. That
# program needs no file of the second system.
install_starter() {
	make_starter "$1"
	# one in RAM already has its own
	cp -a "$SHARE/starter-drivers/." "$RUN/starter/.perceus/"
}

make_starter() {
	mkdir -p "$RUN/starter/.perceus"
	cp -a "$SHARE/starter/." "$RUN/starter/.perceus/"
	ln -sf .perceus/init "$RUN/starter/init"
	printf '%s\n' "$1" >"$RUN/starter/.perceus/root"
	write_settings >"$RUN/starter/.perceus/settings"
}

# the second system must not ask for an address again
find_address() {
	[ -n "$PERCEUS_IP" ] || PERCEUS_IP=$(ip -o -4 address show dev "$CARD" | sed -n 's/.* inet \([^ ]*\).*/\1/p')
	[ -n "$PERCEUS_GATEWAY" ] || PERCEUS_GATEWAY=$(ip route show default dev "$CARD" | sed -n 's/.* via \([^ ]*\).*/\1/p')
}

write_settings() {
	find_address
	for name in PERCEUS_SERVER PERCEUS_MAC PERCEUS_VLAN PERCEUS_IP PERCEUS_GATEWAY INIT KERNEL_LISTENER; do
		eval "printf \"%s='%s'\\n\" \"$name\" \"\$$name\""
	done
}
