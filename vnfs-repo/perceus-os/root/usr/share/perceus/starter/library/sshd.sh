# shellcheck shell=sh disable=SC2154,SC2153
# Whether the root's ssh server starts with it: not every distribution says so when it is installed. One that somebody chose
# already, in whatever way, is left as it is.

enable_sshd() {
	root=${ROOT%/} etc=${ROOT%/}/etc
	family=$(sed -n 's/^system=//p' "$etc/perceus/agent.conf")
	is_any "$root/usr/sbin/sshd" "$root/usr/bin/sshd" "$root/usr/sbin/dropbear" "$root/usr/bin/dropbear" ||
		note_trouble "the node has keys for ssh, but the capsule has neither sshd nor dropbear"
	for server in ssh sshd dropbear; do ! is_enabled "$server" || return 0; done
	for server in ssh sshd dropbear; do
		has_service "$server" || continue
		enable_service "$server" || note_trouble "the service $server cannot be enabled"
		return 0
	done
}

# NAME: of a family that is not known nobody can say it
is_enabled() {
	case $family in
	systemd) is_any "$etc/systemd/system"/*/"$1.service" "$etc/systemd/system"/*/"$1.socket" "$etc/systemd/system/$1.service" ;;
	openrc) is_any "$etc/runlevels"/*/"$1" ;;
	sysvinit) is_any "$etc"/rc[2-5S].d/S??"$1" ;;
	runit) is_any "$etc/runit/runsvdir/default/$1" "$etc/service/$1" ;;
	*) return 0 ;;
	esac
}

has_service() {
	case $family in
	systemd) is_any "$root/usr/lib/systemd/system/$1.service" "$root/lib/systemd/system/$1.service" ;;
	openrc | sysvinit) [ -x "$etc/init.d/$1" ] ;;
	runit) [ -d "$etc/sv/$1" ] ;;
	esac
}

enable_service() {
	case $family in
	systemd) put_link "/usr/lib/systemd/system/$1.service" "$etc/systemd/system/multi-user.target.wants/$1.service" ;;
	openrc) put_link "/etc/init.d/$1" "$etc/runlevels/default/$1" ;;
	sysvinit) for level in 2 3 4 5; do put_link "../init.d/$1" "$etc/rc$level.d/S90$1" || return; done ;;
	runit) put_link "/etc/sv/$1" "$etc/runit/runsvdir/default/$1" ;;
	esac
}

# TARGET PATH
put_link() { mkdir -p "${2%/*}" && ln -s "$1" "$2" && is_changed "$2"; }

# FILE…: one of them is there, be it a link into the root that is not / yet
is_any() {
	for path; do { [ ! -e "$path" ] && [ ! -h "$path" ]; } || return 0; done
	return 1
}
