# shellcheck shell=sh disable=SC2154
# What the server is told about the machine.

hardware_report() {
	{
		echo "mac=$PERCEUS_MAC"
		[ -z "$PERCEUS_VLAN" ] || echo "vlan=$PERCEUS_VLAN"
		dmi uuid product_uuid
		dmi vendor sys_vendor
		dmi product product_name
		dmi serial product_serial
		echo "arch=$(uname -m)"
		if [ -d /sys/firmware/efi ]; then echo firmware=uefi; else echo firmware=bios; fi
		echo "cpus=$(grep -c '^processor' /proc/cpuinfo)"
		report_topology
		sed -n 's/^MemTotal: *\([0-9]*\) kB/memory-kib=\1/p' /proc/meminfo
		echo "os-version=$(cat /etc/perceus-release)"
		report_disks
		report_cards
	} | tr -d '\000-\011\013-\037\177' | head -c 65536
}

# the first line of FILE into $value, without surrounding blanks
read_value() {
	value=
	[ ! -r "$1" ] || read -r value 2>/dev/null <"$1" || true
}

dmi() {
	read_value "/sys/class/dmi/id/$2"
	[ -z "$value" ] || echo "$1=$value"
}

# sockets, cores of a socket and threads of a core, where each has as many as the others: schedulers want to know
report_topology() {
	cpus=0 sockets='' cores=''
	for cpu in "${SYSFS:-/sys}"/devices/system/cpu/cpu[0-9]*/topology; do
		[ -r "$cpu/core_id" ] || return 0
		read_value "$cpu/physical_package_id"
		socket=$value
		read_value "$cpu/core_id"
		cpus=$((cpus + 1)) sockets="$sockets$socket
" cores="$cores$socket/$value
"
	done
	sockets=$(count_distinct "$sockets")
	cores=$(count_distinct "$cores")
	if [ "$((cores % sockets))" -eq 0 ] && [ "$((cpus % cores))" -eq 0 ]; then
		echo "topology=$sockets $((cores / sockets)) $((cpus / cores))"
	fi
}

count_distinct() { printf %s "$1" | sort -u | wc -l; }

report_disks() {
	for disk in /sys/block/*; do
		case ${disk##*/} in
		loop* | ram* | zram* | sr* | fd* | dm-* | md*) continue ;;
		esac
		[ -r "$disk/size" ] || continue
		read_value "$disk/size"
		bytes=$((value * 512))
		read_value "$disk/device/model"
		echo "disk=${disk##*/} $bytes ${value:-unknown}"
	done
}

report_cards() {
	for card in /sys/class/net/*; do
		[ -e "$card/device" ] || continue
		driver=$(readlink "$card/device/driver" || echo unknown)
		read_value "$card/carrier"
		case $value in 1) link=up ;; *) link=down ;; esac
		read_value "$card/address"
		echo "nic=${card##*/} $value ${driver##*/} $link"
	done
}
