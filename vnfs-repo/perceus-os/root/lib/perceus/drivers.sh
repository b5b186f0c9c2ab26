# shellcheck shell=sh disable=SC2154
# Drivers for what sysfs shows, network cards first: a slow disk controller must not delay the boot.

# instead of the one that busybox has, which cannot read compressed drivers
modprobe() { "${MODPROBE:-/sbin/modprobe}" "$@"; }

load_network_drivers() {
	network_aliases | load_aliases
	# virtual cards show their own alias once their bus has its driver
	cat /sys/bus/virtio/devices/*/modalias 2>/dev/null | load_aliases
}

network_aliases() {
	for device in /sys/bus/pci/devices/*; do
		class=
		read -r class <"$device/class" || true
		case $class in 0x02*) cat "$device/modalias" ;; esac
	done
}

load_aliases() {
	sort -u | xargs -r "${MODPROBE:-/sbin/modprobe}" -a -b -q 2>/dev/null || true
}

# runs beside the boot and behind it: loads drivers for everything, also for what appears late behind a bus or a controller;
# in the end $RUN/drivers-loaded says that nothing has appeared for a while
load_all_drivers() {
	# grep of busybox finds nothing at all without a line to leave out
	echo >"$RUN/aliases"
	since=$(centiseconds) idle=0 seen=
	while [ $(($(centiseconds) - since)) -lt 1500 ]; do
		if something_happened && has_new_aliases; then
			cat "$RUN/aliases.new" >>"$RUN/aliases"
			load_aliases <"$RUN/aliases.new"
			since=$(centiseconds) idle=0
		else
			# a machine that boots has other work for its processor
			if [ "$idle" -lt 4 ]; then sleep 0.25; else sleep 1; fi
			idle=$((idle + 1))
		fi
	done
	: >"$RUN/drivers-loaded"
}

# the kernel counts what it tells of devices that come, so without news of it there is nothing to look for
something_happened() {
	count=
	read -r count 2>/dev/null <"${SYSFS:-/sys}/kernel/uevent_seqnum" || return 0
	[ "$count" != "$seen" ] || return 1
	seen=$count
}

has_new_aliases() {
	cat "${SYSFS:-/sys}"/bus/*/devices/*/modalias 2>/dev/null | sort -u | grep -vxF -f "$RUN/aliases" >"$RUN/aliases.new" || true
	[ -s "$RUN/aliases.new" ]
}
