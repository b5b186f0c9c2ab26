# shellcheck shell=sh disable=SC2154
# What the server is told about the machine.

hardware_report() {
	{
		echo "mac=$PERCEUS_MAC"
		dmi uuid product_uuid
		dmi vendor sys_vendor
		dmi product product_name
		dmi serial product_serial
		echo "arch=$(uname -m)"
		if [ -d /sys/firmware/efi ]; then echo firmware=uefi; else echo firmware=bios; fi
		echo "cpus=$(grep -c '^processor' /proc/cpuinfo)"
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
