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

install_busybox() {
	[ -x "$DESTDIR/usr/lib/perceus/busybox" ] || write_file usr/lib/perceus/busybox 0755 <"$BUSYBOX"
}

# SERVER TOKEN MAC
install_agent() {
	is_server "$1" || fail "install_agent: '$1' is no server"
	is_token "$2" || fail "install_agent: the token is not 20 to 128 letters, digits, _ or -"
	is_mac "$3" || fail "install_agent: '$3' is no MAC address"
	install_service agent
	(cd "$LIBRARY" && write_copies usr/lib/perceus 0644 console.sh http.sh clock.sh drivers.sh network.sh exchange)
	write_copies usr/lib/perceus 0755 "$SHARE"/agent/*
	find_address
	printf 'server=%s\ntoken=%s\nmac=%s\naddress=%s\ngateway=%s\nsystem=%s\n' \
		"$1" "$2" "$3" "$PERCEUS_IP" "$PERCEUS_GATEWAY" "$INIT_SYSTEM" | write_file etc/perceus/agent.conf 0600
}

# a node with sshd makes its own keys when it has none
install_host_keys() {
	install_service host-keys
	write_file usr/lib/perceus/host-keys 0755 <"$SHARE/host-keys/host-keys"
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
	install_kmod
}

make_starter() {
	starter=$RUN/starter/.perceus
	mkdir -p "$starter/bin" "$starter/library" "$starter/lib"
	cp "$BUSYBOX" "$starter/bin/busybox"
	cp "$SHARE/starter/init" "$starter/init"
	chmod 755 "$starter/init"
	ln -sf .perceus/init "$RUN/starter/init"
	cp "$SHARE"/starter/*.sh "$starter/library/"
	(cd "$LIBRARY" && cp console.sh http.sh exchange drivers.sh network.sh "$starter/library/")
	cp "$SHARE/starter/modprobe" "$SHARE/starter/gnu-tar" "$starter/bin/"
	chmod 755 "$starter/bin/modprobe" "$starter/bin/gnu-tar"
	install_tar
	printf '%s\n' "$1" >"$starter/root"
	write_settings >"$starter/settings"
}

# the second system must not ask for an address again
find_address() {
	[ -n "$PERCEUS_IP" ] || PERCEUS_IP=$(ip -o -4 address show dev "$CARD" | sed -n 's/.* inet \([^ ]*\).*/\1/p')
	[ -n "$PERCEUS_GATEWAY" ] || PERCEUS_GATEWAY=$(ip route show default dev "$CARD" | sed -n 's/.* via \([^ ]*\).*/\1/p')
}

write_settings() {
	find_address
	for name in PERCEUS_SERVER PERCEUS_MAC PERCEUS_IP PERCEUS_GATEWAY INIT KERNEL_LISTENER; do
		eval "printf \"%s='%s'\\n\" \"$name\" \"\$$name\""
	done
}

# the tar that knows attributes and holes, as that of busybox does not
install_tar() { install_program tar c acl selinux pcre2-8; }

# for a root that is found by drivers; one that is in RAM already has its own
install_kmod() { install_program kmod c crypto lzma zstd; }

# PROGRAM LIBRARIES...: a program of Perceus OS in the starter, with its libraries and their loader, as the second system may
# have none of them where they are looked for
install_program() {
	program=$1
	shift
	for name in "$@"; do
		shift
		set -- "$@" "${SYSTEM:-}/lib/x86_64-linux-gnu/lib$name".so.*
	done
	cp "${SYSTEM:-}/lib64/ld-linux-x86-64.so.2" "$@" "$starter/lib/"
	cp "${SYSTEM:-}/bin/$program" "$starter/bin/$program.program"
}
