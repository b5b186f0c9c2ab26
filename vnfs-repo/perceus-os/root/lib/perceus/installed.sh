# shellcheck shell=sh disable=SC2154
# A system that an earlier boot has installed to a disk.

# WORDS: a disk with a complete installation into $INSTALLED, nothing if there is none and one may be made; no words mean
# every disk
find_installed() {
	WANTED=$1
	# a disk that came from another machine is a reason to see all of them first
	until [ -n "$(own_disks)" ] || drivers_are_loaded; do sleep 0.25; done
	INSTALLED=$(own_disks)
	[ -n "$INSTALLED" ] || INSTALLED=$(installed_disks)
	[ -n "$INSTALLED" ] || keep_installed
	ids=$(for disk in $INSTALLED; do mark_value "$disk" id; done | sort -u | wc -l)
	[ "$ids" -le 1 ] || refuse_choice "there is more than one installation, and the setting 'disk' does not say which is meant"
	INSTALLED=${INSTALLED%%"$line_break"*}
}

# a name may mean another disk today than the one that was installed to, and a partition table may be damaged
keep_installed() {
	for disk in $(disks); do
		! is_complete "$disk" ||
			refuse_choice "the disk $disk has an installation but the setting 'disk' does not name it: change that, or install anew with reinstall=yes"
	done
	for disk in $(for word in $WANTED; do meant_by "$word"; done); do
		[ "$(mark_value "$disk" state)" != complete ] ||
			refuse_choice "the partitions of the installation on $disk are not as they were made: repair them, or install anew with reinstall=yes"
	done
}

# those that were installed for this node
own_disks() {
	for own in $(installed_disks); do
		[ "$(mark_value "$own" mac)" != "$PERCEUS_MAC" ] || echo "$own"
	done
}

installed_disks() {
	for word in ${WANTED:-/all}; do
		if [ "$word" = /all ]; then disks; else meant_by "$word"; fi
	done | while read -r disk; do
		is_complete "$disk" && echo "$disk"
	done
	return 0
}

# CAPSULE: its kernel and initramfs into $WORK; the time-line says when the node is to have another capsule by now
take_installed() {
	system=$(mark_value "$INSTALLED" capsule)
	hint=
	[ "$system" = "$1" ] || hint=" (not $1: that would take reinstall=yes)"
	[ "$(mark_value "$INSTALLED" mac)" = "$PERCEUS_MAC" ] || hint="$hint, which was installed for another node"
	step "start $system from the disk $INSTALLED$hint"
	mkdir -p "$RUN/boot"
	modprobe vfat 2>/dev/null || true
	mount -t vfat -o ro "$DEVICES/$(partition_named "perceus-boot-$(mark_value "$INSTALLED" id)" "$INSTALLED")" "$RUN/boot" ||
		fail "the boot partition of $INSTALLED cannot be mounted: reinstall=yes installs the node anew"
	cp "$RUN/boot/perceus/kernel" "$RUN/boot/perceus/initrd" "$WORK/" ||
		fail "the kernel on $INSTALLED cannot be read: reinstall=yes installs the node anew"
	umount "$RUN/boot"
}
