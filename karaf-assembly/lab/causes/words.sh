# shellcheck shell=sh disable=SC2154
# Words for boots that fail: each is the boot of a node of its own, named after the cause.

happened=''

# machine NAME SETTINGS [ARGUMENTS OF vm_start]: a node with these settings, which are words KEY=VALUE, is switched on
machine() {
	vm=$1 settings=$2 mac=$(random_mac)
	shift 2
	perceus node add --name "$vm" "$mac" >/dev/null
	# shellcheck disable=SC2086
	perceus node set $settings "$vm" >/dev/null
	vm_start "$vm" "$mac" "$@"
}

# happens NAME REGEX: its console shows what makes the boot fail
happens() {
	console_wait "$1" "$2" "$boot_limit" || trouble "$1: its console does not show '$2'"
	happened=$(now)
}

# named NAME REGEX: both commands say so, within a minute (and what an emulated machine is slower) from what happens on
named() {
	if [ -n "$happened" ]; then named_until=$((happened + 150)); else named_until=$(($(now) + boot_limit)); fi
	until says_why "$1" "$2"; do
		[ "$(now)" -lt "$named_until" ] || trouble "$1: nothing says '$2': $(perceus node status "$1") $(perceus boot show "$1")"
		sleep 2
	done
	say "right: $1${happened:+, $(($(now) - happened)) s after it happened}: $(reason_of "$1")"
	happened=''
	vm_stop "$1"
}

says_why() { reason_of "$1" | grep -Eiq -- "$2" && time_line_of "$1" | grep -Eiq -- "$2"; }

# what stands whole in perceus node status --json
reason_of() { node_field "$1" reason; }

# all that the time-lines of its boots say
time_line_of() { perceus boot show --json "$1" | jq -r '.. | strings'; }

# in_tree COMMAND…: in the root of debian-12 that the nodes have over NFS
in_tree() { (cd "$tree" && "$@"); }

# unit NAME TARGET: standard input becomes a unit of the root in this folder, which that target starts
unit() {
	cat >"etc/systemd/system/$1"
	mkdir -p "etc/systemd/system/$2.wants"
	ln -sf "/etc/systemd/system/$1" "etc/systemd/system/$2.wants/$1"
}

# capsule NAME METHOD COMMAND…: imports a Debian 12 that the command has changed, in its root. Over NFS, too, each has a tree of
# its own: what a server has told of a tree it does not look for again, as trees never change.
capsule() {
	changed=$LAB_DIR/$1
	capsule_method=$2
	mkdir "$changed"
	tar -xf "$CAPSULE" -C "$changed" --numeric-owner --xattrs --xattrs-include='*'
	capsule_id=$1@1
	shift 2
	(cd "$changed" && "$@")
	capsule_import "$capsule_method" "$capsule_id" "$changed"
	rm -rf "$changed"
}
