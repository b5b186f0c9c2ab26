# shellcheck shell=sh disable=SC2154
# A root on disk keeps what network managers were told at former boots.

# the files that are Perceus' alone; those of today come after
forget_interfaces() {
	for file in "$ROOT"/etc/systemd/network/00-perceus-* "$ROOT"/etc/NetworkManager/system-connections/perceus-* "$ROOT"/etc/perceus/interfaces; do
		[ ! -e "$file" ] || rm -f "$file"
	done
}
