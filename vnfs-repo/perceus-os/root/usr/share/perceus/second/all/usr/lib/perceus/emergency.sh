# shellcheck shell=sh disable=SC2154,SC2013
# A system that has stopped and waits for a person.

# what asks for the password of root, or gives a shell, in place of the rest of the start
in_emergency() { runs 'systemd-sulogin\|sulogin'; }

# told for as long as it takes; a person who mends it goes on to ready
report_emergency() {
	set_own_address || true
	tell failed "$(emergency_sentence)" || until [ -e "$RUN/ready" ] || retell; do sleep 5; done
}

emergency_sentence() {
	reason=$(emergency_reason)
	# a machine that is busy answers no question about its units in time
	for _ in 1 2 3 4 5; do
		[ -z "$reason" ] || break
		sleep 5
		reason=$(emergency_reason)
	done
	echo "the system has stopped in emergency mode: ${reason:-its console says why}"
}

emergency_reason() {
	reason=$(asked_for_emergency)
	[ -n "$reason" ] || reason=$(lost_file_systems)
	[ -n "$reason" ] || reason=$(lost_mount_units)
	[ -n "$reason" ] || reason=$(failed_unit_reason)
	echo "$reason"
}

asked_for_emergency() {
	for word in $(cat "$SYSTEM/proc/cmdline"); do
		case $word in
		emergency | rescue | single | -b | 1 | s | S | systemd.unit=rescue* | systemd.unit=emergency*)
			echo "the kernel argument $word asks for it" && return
			;;
		esac
	done
	for folder in /etc /usr/lib /lib; do
		target=$(readlink "$SYSTEM$folder/systemd/system/default.target") || continue
		case ${target##*/} in
		rescue.target | emergency.target) echo "the capsule's default target is ${target##*/}: set it to multi-user.target there" ;;
		esac
		return
	done
}

# lines of fstab that have to be there and are not
lost_file_systems() {
	[ ! -r "$SYSTEM/etc/fstab" ] || while read -r source folder type options _; do
		case $source:$folder:$type in '':* | '#'* | *:/:* | *:swap | *::*) continue ;; esac
		case ,$options, in *,noauto,* | *,nofail,* | *,bind,*) continue ;; esac
		is_there "$folder" || echo "the line '$source $folder $type' of its fstab is not mounted$(source_trouble "$source"): take it out of the capsule's /etc/fstab, or give it the option nofail"
	done <"$SYSTEM/etc/fstab" | head -n 2 | paste -s -d ';' | sed 's/;/; /g'
}

is_there() { grep -q "^[^ ]* $1 " "$SYSTEM/proc/mounts"; }

source_trouble() {
	case $1 in
	UUID=* | LABEL=*) findfs "$(echo "$1" | tr -d \")" >/dev/null 2>&1 || echo ", as no disk of this machine has it" ;;
	PARTUUID=* | PARTLABEL=*) echo ", as no disk of this machine has it" ;;
	/dev/disk/*) [ -e "$SYSTEM$1" ] || echo ", as no disk of this machine is that" ;;
	/dev/*) [ -e "$SYSTEM$1" ] || echo ", as this machine has no $1" ;;
	esac
}

# a unit that waited for a disk in vain counts as inactive and not as failed
lost_mount_units() {
	[ "$system" = systemd ] && has systemctl || return 0
	timeout 10 systemctl list-dependencies --plain local-fs.target 2>/dev/null | sed -n 's/^[^A-Za-z0-9-]*\(.*\.mount\)$/\1/p' |
		while read -r unit; do lost_mount_unit "$unit"; done | head -n 2 | paste -s -d ';' | sed 's/;/; /g'
}

lost_mount_unit() {
	what='' state=''
	timeout 10 systemctl show -p What -p ActiveState "$1" >"$WORK/unit" 2>/dev/null || return 0
	while IFS='=' read -r key value; do
		case $key in What) what=$value ;; ActiveState) state=$value ;; esac
	done <"$WORK/unit"
	case $state in
	active | activating) ;;
	*) echo "the unit $1 could not mount $what$(source_trouble "$what"): take it out of the capsule, or let no target require it" ;;
	esac
}

failed_unit_reason() {
	units=$(failed_services | head -n 5 | paste -s -d ' ')
	[ -z "$units" ] || echo "failed are $units"
}
