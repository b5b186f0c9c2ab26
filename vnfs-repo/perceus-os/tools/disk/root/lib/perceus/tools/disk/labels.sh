# shellcheck shell=sh disable=SC2154,SC2034
# Labels of SELinux on a disk. The capsule's archive brings its own; what is written here gets them by the capsule's policy.
# To this kernel they are attributes like others.

# shellcheck source=../../../../../../../root/usr/share/perceus/starter/library/policy.sh
. "${SHARE:-/usr/share/perceus}/starter/library/policy.sh"

label_installed() {
	ROOT=$TARGET
	case $(selinux_mode) in enforcing | permissive) ;; *) return 0 ;; esac
	lacks=$(policy_lacks)
	if [ -n "$lacks" ]; then
		say "the node's files get no labels of SELinux: the capsule lacks $lacks"
	elif is_unlabelled; then
		set_labels '-e /proc' /
		# the system would do it again, and boot again
		rm -f "$TARGET/.autorelabel"
	else
		{ cat "$RUN/written" && echo /etc/fstab && made_by_mkfs; } | set_labels '-f -'
	fi
}

# made from an archive without labels
is_unlabelled() {
	[ -e "$TARGET/.autorelabel" ] || echo /etc/selinux/config |
		in_root setfiles -n -v -f - "$(contexts_file)" 2>&1 | grep -q 'from (null)\|no context'
}

made_by_mkfs() { [ ! -d "$TARGET/lost+found" ] || echo /lost+found; }

# before the node's files are written
list_installed() {
	ROOT=$TARGET
	list_over_root "$DESTDIR" >"$RUN/written"
}
