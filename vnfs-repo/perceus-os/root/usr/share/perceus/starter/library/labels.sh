# shellcheck shell=sh disable=SC2154
# The labels of SELinux, for a capsule that wants it: each file has the one that the capsule's own policy says before the
# system starts.

# sets $SELINUX to what the system will do: enforcing, permissive, or nothing when it will run without SELinux
judge_labels() {
	SELINUX=
	wanted=$(selinux_mode)
	case $wanted in enforcing | permissive) ;; *) return 0 ;; esac
	if ! grep -qw selinuxfs /proc/filesystems; then
		note_trouble "the capsule wants SELinux ($wanted), but its kernel runs without: put 'security=selinux selinux=1' into kernel-args"
		return 0
	fi
	case " $(cat /proc/cmdline) " in
	*' enforcing=1 '*) SELINUX=enforcing ;;
	*' enforcing=0 '*) SELINUX=permissive ;;
	*) SELINUX=$wanted ;;
	esac
	check_policy
}

# for the console, and for the server when the agent has reached it
note_trouble() {
	say "$*"
	printf '%s\n' "$*" >>"$RUN/troubles"
}

# an enforcing system without a policy or without labels would stop without a word
check_policy() {
	lacks=$(policy_lacks)
	[ -n "$lacks" ] || return 0
	[ "$SELINUX" = permissive ] || fail "SELinux is enforcing, but the capsule lacks $lacks: add it, or set SELINUX=permissive in its /etc/selinux/config"
	note_trouble "SELinux is permissive and its labels are missing: the capsule lacks $lacks"
	SELINUX=
}

# the kernel's first root takes no labels, a tmpfs does; each file is gone from there before the next one is copied
leave_first_root() {
	{ [ -n "$SELINUX" ] && [ "$ROOT" = / ]; } || return 0
	say "moving the root to a tmpfs that takes labels"
	mkdir -p "$PERCEUS/first" "$PERCEUS/labelled"
	mount -t tmpfs -o "mode=755,size=${ROOT_SIZE:-50%}" tmpfs "$PERCEUS/labelled" || fail "there is no tmpfs for a root with labels"
	mount --bind / "$PERCEUS/first"
	# what is mounted somewhere is not seen through the mount of / alone
	(cd "$PERCEUS/first" && gnu_tar --numeric-owner -S --anchored --exclude=./.perceus --remove-files -cf - . 2>>"$RUN/move") |
		gnu_tar --numeric-owner -xpf - -C "$PERCEUS/labelled" 2>"$RUN/tar" ||
		fail "the root could not be moved to a tmpfs: $(tar_failure "$RUN/tar")"
	umount "$PERCEUS/first"
	ROOT=$PERCEUS/labelled
	# switch_root of busybox leaves no root without one
	: >/init
	! is_mounted "$TREE" || { mkdir -p "$ROOT$TREE" && mount --move "$TREE" "$ROOT$TREE"; }
}

# before lay_node_files
list_written() {
	{ [ -n "$SELINUX" ] && [ -d "$PERCEUS/node" ]; } || return 0
	list_over_root "$PERCEUS/node" >"$RUN/written"
}

label_root() {
	[ -n "$SELINUX" ] || return 0
	if forgets_labels; then label_all; else label_written; fi
	[ -z "$CONTACT" ] || kill "$CONTACT" 2>/dev/null || true
}

# a root in RAM gets all its labels at each boot
forgets_labels() {
	case $(root_type) in rootfs | tmpfs | overlay) ;; *) return 1 ;; esac
}

root_type() { grep "^[^ ]* $ROOT " "${SYSTEM:-}/proc/mounts" | tail -n 1 | cut -d ' ' -f 3; }

# it takes minutes on a slow machine, and a server that hears nothing for one of them wonders; while files are moved, no driver
# can be loaded
stay_in_touch() {
	CONTACT=
	{ [ -n "$SELINUX" ] && forgets_labels; } || return 0
	(reach_server) || { rm -f "$RUN/failure" && return; }
	# its file moves, too
	token=$(agent_token)
	while :; do
		post_event "$token" checkin >/dev/null
		sleep 20
	done &
	CONTACT=$!
}

# files of a disk keep their labels: that of the capsule, or what the system made of it. One that starts from its disk alone is
# given none.
label_written() {
	[ -s "$RUN/written" ] || return 0
	say "labelling the node's files"
	set_labels "-f -" <"$RUN/written"
}

# the kernel keeps these labels in its memory and knows none before it has a policy; nothing is enforced until all are set
label_all() {
	say "labelling the root"
	mount -t selinuxfs selinuxfs /sys/fs/selinux
	echo 0 >/sys/fs/selinux/enforce 2>/dev/null || true
	policy=$(policy_file)
	dd if="$policy" of=/sys/fs/selinux/load bs="$(stat -c %s "$policy")" count=1 2>"$RUN/load" ||
		fail "the kernel refuses the policy ${policy#"$ROOT"} (it knows policies up to version $(cat /sys/fs/selinux/policyvers))"
	# a tree on a server has none of its own
	if [ -d "$ROOT$TREE" ]; then served="-e $TREE"; else served=; fi
	set_labels "-e /proc -e /sys -e /dev -e /run $served" /
	[ "$SELINUX" = permissive ] || echo 1 >/sys/fs/selinux/enforce
	umount /sys/fs/selinux
	# the system would do it again, and boot again, each time
	rm -f "$ROOT/.autorelabel"
}
