# shellcheck shell=sh disable=SC2154
# The policy of SELinux that the root in $ROOT brings along, and labels by it.

# what the configuration says, as libselinux reads it: enforcing, permissive, disabled, or nothing; the first mode that is one
selinux_mode() { selinux_values SELINUX | tr "[:upper:]" "[:lower:]" | sed -n 's/^\(enforcing\|permissive\|disabled\).*/\1/p' | head -n 1; }

# the name of the policy: the last one
selinux_type() { selinux_values SELINUXTYPE | tail -n 1; }

# NAME
selinux_values() {
	sed -n "s/^[[:space:]]*$1[[:space:]]*=[[:space:]]*\([A-Za-z0-9_-]*\).*/\1/p" "${ROOT%/}/etc/selinux/config" 2>/dev/null
}

# prints what is missing for an enforcing system
policy_lacks() {
	if ! policy_file >/dev/null; then
		echo "a policy $(policy_folder)/policy/policy.N"
	elif [ ! -f "${ROOT%/}$(contexts_file)" ]; then
		contexts_file
	elif ! chroot "$ROOT" setfiles -h 2>&1 | grep -q '^usage'; then
		echo "the program setfiles (of policycoreutils)"
	fi
}

policy_folder() { echo "/etc/selinux/$(selinux_type)"; }
contexts_file() { echo "$(policy_folder)/contexts/files/file_contexts"; }

# the newest policy
policy_file() {
	newest=
	for file in "${ROOT%/}$(policy_folder)/policy"/policy.*; do
		[ ! -f "$file" ] || [ "${file##*.}" -le "${newest:-0}" ] 2>/dev/null || newest=${file##*.}
	done
	[ -n "$newest" ] && echo "${ROOT%/}$(policy_folder)/policy/policy.$newest"
}

# OPTIONS [FOLDER]: of setfiles
set_labels() {
	# shellcheck disable=SC2086 # words
	in_root setfiles -F -q $1 "$(contexts_file)" ${2:-} >"$RUN/setfiles" 2>&1 ||
		fail "the root could not be labelled: $(tail -n 1 "$RUN/setfiles" | printable)"
}

# COMMAND…: setfiles finds files by /proc/self/fd
in_root() {
	mkdir -p "$ROOT/proc"
	mount -t proc proc "$ROOT/proc"
	result=0
	chroot "$ROOT" "$@" || result=$?
	umount "$ROOT/proc"
	return "$result"
}

# TREE: its files, and the folders in it that $ROOT has not, as paths there: what is in a new folder is as new
list_over_root() {
	(cd "$1" && find . -mindepth 1 | sed 's/^\.//') | while IFS= read -r path; do
		{ [ -d "$1$path" ] && [ ! -h "$1$path" ] && [ -d "$ROOT$path" ]; } || printf '%s\n' "$path"
	done
}
