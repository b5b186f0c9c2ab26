# shellcheck shell=sh disable=SC2154
# How far the start of the system is, for each family of inits.

# all has been started that shall be; asked for again and again
has_started() {
	case $system in
	systemd) systemd_has_started ;;
	openrc) [ ! -e "$SYSTEM/run/openrc/rc.starting" ] ;;
	sysvinit) ! runs rc && ! runs startpar ;;
	*) scripts_have_ended ;;
	esac
}

# none runs before the init has begun, nor for a moment between two of them
scripts_have_ended() { [ -z "$(boot_scripts)" ] && sleep 2 && [ -z "$(boot_scripts)" ]; }

# what waits for nothing ends at once, with an answer that only failed_services looks at; half a minute is enough to wait
systemd_has_started() {
	! has systemctl || timeout 30 systemctl is-system-running --wait >/dev/null 2>&1 || true
}

has() { command -v "$1" >/dev/null 2>&1; }

# one on each line
failed_services() {
	case $system in
	systemd) ! has systemctl || systemctl --failed --plain --no-legend 2>/dev/null | sed 's/ .*//' ;;
	openrc)
		names_in "$SYSTEM/run/openrc/failed"
		! has rc-status || rc-status --nocolor --crashed 2>/dev/null | sed 's/^ *//; s/ .*//'
		;;
	esac
}

# restart or halt, when the system is on its way there
shutdown_kind() {
	case $system in
	systemd)
		timeout 5 systemctl list-jobs --plain --no-legend 2>/dev/null | awk '
			$3 == "start" && ($2 == "reboot.target" || $2 == "kexec.target" || $2 == "soft-reboot.target") { print "restart" }
			$3 == "start" && ($2 == "poweroff.target" || $2 == "halt.target") { print "halt" }' | head -n 1
		;;
	openrc) kind_of "$(rc-status --runlevel 2>/dev/null)" ;;
	*) kind_of "$(runlevel 2>/dev/null)" ;;
	esac
}

# RUNLEVEL: as OpenRC or a System V init calls it
kind_of() {
	case $1 in
	reboot | *' 6') echo restart ;;
	shutdown | *' 0') echo halt ;;
	esac
}

# what is being started just now, one on each line
starting_services() {
	case $system in
	systemd) systemctl list-jobs --plain --no-legend 2>/dev/null | awk '$NF == "running" { print $2 }' ;;
	openrc) names_in "$SYSTEM/run/openrc/starting" ;;
	*) boot_scripts ;;
	esac
}

names_in() { for file in "$1"/*; do [ ! -e "$file" ] || echo "${file##*/}"; done; }

# NAME: whether a program runs by that name, which the kernel cuts to 15 bytes
runs() { cat "$SYSTEM"/proc/[0-9]*/comm 2>/dev/null | grep -qx "$1"; }

# of each process the script of the system's start that it is; runit supervises by folders below /etc/runit
boot_scripts() {
	for process in "$SYSTEM"/proc/[0-9]*/cmdline; do
		tr '\000' '\n' <"$process" 2>/dev/null | grep '^/etc/\(init\.d/\|rc[0-9S]*\.d/\|rc\.d/\|runit/[0-9]$\)' | head -n 1
	done | sort -u
}
