# shellcheck shell=sh disable=SC2154
# The disks of this machine, and what Perceus has put on them. A disk that is ours carries a mark between its partition
# table and its first partition, and an id in the names of its partitions: the one without the other counts for nothing.

SYSFS=${SYSFS:-/sys} DEVICES=${DEVICES:-/dev}

# names of the fixed disks that can be written to, one on each line
disks() {
	for disk in "$SYSFS"/block/*; do
		case ${disk##*/} in
		loop* | ram* | zram* | sr* | fd* | dm-* | md* | mmcblk*boot* | mmcblk*rpmb) continue ;;
		esac
		[ -e "$disk/device" ] || continue
		[ "$(bytes_of "${disk##*/}")" -gt 0 ] || continue
		is_flagged "$disk/ro" || is_flagged "$disk/removable" || is_flagged "$disk/hidden" || echo "${disk##*/}"
	done
}

is_flagged() {
	read_value "$1"
	[ "${value:-0}" = 1 ]
}

bytes_of() {
	read_value "$SYSFS/block/$1/size"
	echo $((${value:-0} * 512))
}

# DISK: its partitions, one on each line
partitions() {
	for part in "$SYSFS/block/$1/$1"*; do
		[ ! -e "$part/partition" ] || echo "${part##*/}"
	done
}

# PARTITION OF DISK: the name in the partition table
name_of_partition() { sed -n 's/^PARTNAME=//p' "$SYSFS/block/$2/$1/uevent"; }

# NAME DISK: the partition that has that name
partition_named() {
	for part in $(partitions "$2"); do
		[ "$(name_of_partition "$part" "$2")" != "$1" ] || echo "$part"
	done
}

# DISK STATE ID CAPSULE: the mark is one sector, which disks write as a whole or not at all
write_mark() {
	printf 'perceus-disk 1\nstate=%s\nid=%s\ncapsule=%s\nmac=%s\nend\n' "$2" "$3" "$4" "$PERCEUS_MAC" |
		dd of="$DEVICES/$1" bs=4096 seek=128 count=1 conv=sync,notrunc,fsync 2>/dev/null || fail "the disk $1 cannot be written to"
}

# DISK KEY
mark_value() {
	dd if="$DEVICES/$1" bs=4096 skip=128 count=1 2>/dev/null | tr -d '\000' |
		sed -n -e '1{/^perceus-disk 1$/!q;}' -e "s/^$2=\([A-Za-z0-9._@+:-]*\)$/\1/p"
}

# DISK: the key of this machine goes behind the mark, in a sector that only root can read
write_disk_key() {
	[ ! -f "$NODE_KEY" ] || dd if="$NODE_KEY" of="$DEVICES/$1" bs=4096 seek=129 count=1 conv=sync,notrunc,fsync 2>/dev/null ||
		fail "the disk $1 cannot be written to"
}

# DISK
read_disk_key() { dd if="$DEVICES/$1" bs=4096 skip=129 count=1 2>/dev/null | tr -d '\000'; }

# a mark of an installation whose partitions are there, whatever others the system itself may have made since
is_complete() {
	[ "$(mark_value "$1" state)" = complete ] || return 1
	id=$(mark_value "$1" id)
	is_id "$id" && [ -n "$(partition_named "perceus-boot-$id" "$1")" ] && [ -n "$(partition_named "perceus-root-$id" "$1")" ]
}

# a disk with nothing but an installation on it, whole or not
is_ours() {
	mark=$(mark_value "$1" id)
	is_id "$mark" || return 1
	[ -n "$(partitions "$1")" ] || {
		# cut off before it had any
		[ "$(mark_value "$1" state)" = installing ] || return 1
		return 0
	}
	for part in $(partitions "$1"); do
		case $(name_of_partition "$part" "$1") in
		"perceus-"*"-$mark") ;;
		*) return 1 ;;
		esac
	done
}

is_id() { has_only "$1" 0-9a-f && [ "${#1}" -eq 12 ]; }

# no partition, and nothing where file systems, RAIDs and volumes have what tells them apart
is_empty() {
	[ -z "$(partitions "$1")" ] && is_zero "$1" 0 && is_zero "$1" $(($(bytes_of "$1") / 1048576 - 1))
}

# DISK MIB: what cannot be read is not zero
is_zero() {
	dd if="$DEVICES/$1" bs=1048576 skip="$2" count=2 2>/dev/null >"$RUN/piece" && [ -s "$RUN/piece" ] &&
		[ "$(tr -d '\000' <"$RUN/piece" | wc -c)" -eq 0 ]
}

# DISK: a few words for a person who has to choose
describe_disk() {
	read_value "$SYSFS/block/$1/device/model"
	echo "$1 ($(human_size "$(bytes_of "$1")"), ${value:+$value, }$(serial_of "$1" | sed 's/./serial &/;s/$/, /;/^, $/d')$(content_of "$1"))"
}

human_size() {
	if [ "$1" -ge 10000000000 ]; then echo "$(($1 / 1000000000)) GB"; else echo "$(($1 / 1000000)) MB"; fi
}

serial_of() {
	for file in serial device/serial device/vpd_pg80; do
		[ -r "$SYSFS/block/$1/$file" ] || continue
		# the page of a SCSI disk begins with four bytes of other things
		tail -c "+$(case $file in */vpd_pg80) echo 5 ;; *) echo 1 ;; esac)" "$SYSFS/block/$1/$file" |
			tr -d '\000-\037\177-\377' | sed 's/^ *//; s/ *$//' && return
	done
}

world_wide_name_of() {
	for file in wwid device/wwid; do
		read_value "$SYSFS/block/$1/$file"
		[ -z "$value" ] || { echo "$value" && return; }
	done
}

content_of() {
	if is_complete "$1"; then
		echo "$(mark_value "$1" capsule) by Perceus"
	elif is_ours "$1"; then
		echo "an installation that was cut off"
	elif is_empty "$1"; then
		echo empty
	else
		types=$(for part in "$1" $(partitions "$1"); do type_of "$part"; done | paste -s -d ' ')
		echo "has ${types:-data}"
	fi
}

type_of() { blkid "$DEVICES/$1" 2>/dev/null | sed -n 's/.* TYPE="\([^"]*\)".*/\1/p'; }

# disks come as their drivers do; load_all_drivers says when no more are to be expected
wait_for_disks() {
	until drivers_are_loaded; do sleep 0.25; done
}

drivers_are_loaded() { [ -e "$RUN/drivers-loaded" ]; }
