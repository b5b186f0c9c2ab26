# shellcheck shell=sh disable=SC2154
# Which disks an administrator means. Words: NAME, /dev/NAME, serial:TEXT (_ for a space), wwn:TEXT, pci:ADDRESS, /dev/disk/by-id/…,
# /dev/disk/by-path/…, smallest, largest.

# DISK WORD
is_meant() {
	case $2 in
	smallest) [ "$(bytes_of "$1")" = "$(sizes | head -n 1)" ] ;;
	largest) [ "$(bytes_of "$1")" = "$(sizes | tail -n 1)" ] ;;
	serial:?*) [ "$(serial_of "$1" | tr ' ' _)" = "${2#serial:}" ] ;;
	wwn:*) is_wide_name "${2#wwn:}" "$1" ;;
	pci:*) is_behind "${2#pci:}" "$1" ;;
	/dev/disk/by-path/*) is_behind "$(address_in "$2")" "$1" && is_at "${2##*"$(address_in "$2")"}" "$1" ;;
	/dev/disk/by-id/wwn-*) is_wide_name "${2#*/by-id/wwn-}" "$1" ;;
	/dev/disk/by-id/nvme-eui.*) is_wide_name "${2#*/by-id/nvme-}" "$1" ;;
	/dev/disk/by-id/*) ends_in_serial "${2#*/by-id/}" "$1" ;;
	*) [ "${2#/dev/}" = "$1" ] ;;
	esac
}

sizes() { for other in $(disks); do bytes_of "$other"; done | sort -n; }

# the same name has several prefixes
is_wide_name() {
	name=$(world_wide_name_of "$2")
	[ -n "$name" ] && [ "$(bare_name "$name")" = "$(bare_name "$1")" ]
}

bare_name() { echo "$1" | sed 's/^\(naa\|eui\|t10\|wwn\|uuid\)[.-]//; s/^0x//'; }

# ADDRESS DISK: the last PCI device on the way to the disk
is_behind() {
	way=$(way_to "$2" | grep -x "$pci_address" | tail -n 1)
	[ -n "$way" ] && [ "$way" = "$1" ]
}

# DISK: what it is connected by, one device on each line, itself last
way_to() { readlink -f "$SYSFS/block/$1/device" | tr / '\n'; }

# PLACE DISK: where behind its controller, as udev writes it; a place that is not understood has no disk
is_at() {
	case $1 in
	'') ;;
	-ata-*) [ "-ata-$(port_of "$2")" = "${1%.0}" ] ;;
	-nvme-*) read_value "$SYSFS/block/$2/nsid" && [ "-nvme-$value" = "$1" ] ;;
	-scsi-0:*) has_one_host "$2" && [ "-scsi-0:$(way_to "$2" | tail -n 1 | cut -d : -f 2-)" = "$1" ] ;;
	*) return 1 ;;
	esac
}

# DISK: whether its SCSI controller is one host, whose number in a place is 0
has_one_host() {
	way=$(readlink -f "$SYSFS/block/$1/device")
	set -- "${way%/host*}"/host*
	[ $# -eq 1 ] && [ -d "$1" ]
}

# DISK: the number of its port on a SATA controller
port_of() {
	ata=$(way_to "$1" | grep -x 'ata[0-9]*' | tail -n 1)
	read_value "$(readlink -f "$SYSFS/block/$1/device" | sed "s:/$ata/.*:/$ata:")/ata_port/$ata/port_no"
	echo "$value"
}

pci_address='[0-9a-f]\{4\}:[0-9a-f][0-9a-f]:[0-9a-f][0-9a-f]\.[0-9a-f]'

address_in() { echo "$1" | grep -o "$pci_address" | tail -n 1; }

ends_in_serial() {
	serial=$(serial_of "$2" | tr ' ' '_')
	[ -n "$serial" ] || return 1
	case $1 in
	*[-_]"$serial" | *[-_]"${serial}_1") ;;
	*) return 1 ;;
	esac
}

# WORD: the disks that it means, one on each line
meant_by() {
	for disk in $(disks); do
		is_meant "$disk" "$1" && echo "$disk"
	done
	return 0
}

# WORDS COUNT: the disks to install to into $DISKS, or the end of the boot; no words mean all that the machine has, which
# then have to be free
choose_disks() {
	wait_for_disks
	DISKS=
	if [ -n "$1" ]; then
		for word in $1; do choose_one "$word"; done
	else
		for disk in $(disks); do
			is_ours "$disk" || is_empty "$disk" ||
				refuse_choice "the setting 'disk' has to say which disk shall be overwritten"
			DISKS="$DISKS $disk"
		done
	fi
	# shellcheck disable=SC2086 # names, one word each
	set -- "$2" $DISKS
	[ $# -eq $(($1 + 1)) ] || refuse_choice "the setting 'disk' has to name the disk to install to$([ "$1" = 1 ] || echo ", $1 of them")"
	DISKS="$(shift && echo "$*")"
}

choose_one() {
	found=$(meant_by "$1")
	case $found in
	'') refuse_choice "no disk is $1" ;;
	*[!a-zA-Z0-9!_-]*) refuse_choice "more than one disk is $1" ;;
	esac
	case " $DISKS " in *" $found "*) refuse_choice "$1 is a disk that is named already" ;; esac
	DISKS="$DISKS $found"
}

refuse_choice() {
	seen=
	for disk in $(disks); do
		description=$(describe_disk "$disk")
		say "disk $description"
		seen="${seen:+$seen, }$description"
	done
	fail "$1, nothing was changed; this machine has ${seen:-no disk}"
}

# BYTES WHAT: what each disk in $DISKS must hold
need_room() {
	for disk in $DISKS; do
		[ "$(bytes_of "$disk")" -ge "$1" ] ||
			fail "the disk $disk has $(human_size "$(bytes_of "$disk")") where $2 needs $(human_size "$1"): name another disk, or less swap"
	done
}
