# shellcheck shell=sh disable=SC2154
# What Perceus OS leaves behind in the second system.

SHARE=${SHARE:-/usr/share/perceus}

install_busybox() {
	write_file usr/lib/perceus/busybox 0755 <"$BUSYBOX"
}

# SERVER TOKEN MAC
install_agent() {
	is_server "$1" || fail "install_agent: '$1' is no server"
	is_token "$2" || fail "install_agent: the token is not 20 to 128 letters, digits, _ or -"
	is_mac "$3" || fail "install_agent: '$3' is no MAC address"
	install_busybox
	write_file usr/lib/perceus/agent 0755 <"$SHARE/agent/agent"
	for part in console.sh http.sh exchange; do
		write_file "usr/lib/perceus/$part" 0644 <"$LIBRARY/$part"
	done
	write_file etc/systemd/system/perceus-agent.service 0644 <"$SHARE/agent/perceus-agent.service"
	link_file ../perceus-agent.service etc/systemd/system/multi-user.target.wants/perceus-agent.service
	printf 'server=%s\ntoken=%s\nmac=%s\n' "$1" "$2" "$3" | write_file etc/perceus/agent.conf 0600
}

install_ram_init() {
	install_busybox
	write_file init 0755 <"$SHARE/ram-init"
}
