# shellcheck shell=sh disable=SC2034
# A lab: a network namespace with a switch or two, what runs in it, and a folder that keeps the traces.
# LAB is its name, LAB_DIR its folder, INSTANCE the container's place in it, LAB_RUN a folder with a short path for sockets.

NEIGHBOUR_LIMITS=/proc/sys/net/ipv4/neigh/default

lab_up() {
	lab_sweep
	LAB_RUN='' LAB_DIR=$BUILD/labs/perceus-$$
	LAB=perceus-$$ INSTANCE=$LAB_DIR/instance
	rm -rf "$LAB_DIR"
	mkdir -p "$LAB_DIR/logs" "$LAB_DIR/consoles"
	LAB_RUN=$(mktemp -d "${TMPDIR:-/tmp}/$LAB.XXXXXX")
	echo "$$ $(start_time_of $$) $LAB_RUN" >"$LAB_DIR/owner"
	: >"$LAB_DIR/processes"
	ip netns add "$LAB"
	in_lab ip link set lo up
}

in_lab() { ip netns exec "$LAB" "$@"; }

# ends all that the lab runs and removes its network; its folder stays when LAB_KEEP is set; safe to call twice
lab_down() {
	[ -n "${LAB:-}" ] || return 0
	lab_remove "$LAB_DIR" "$LAB_RUN"
	# of what is kept, capsules are the bulk and no trace
	rm -rf "$LAB_DIR/instance/data/vnfs" "$LAB_DIR"/*.disk
	[ -n "${LAB_KEEP:-}" ] || rm -rf "$LAB_DIR"
	LAB=
}

# lab_remove LAB_DIR LAB_RUN
lab_remove() {
	end_all_processes "$1/processes"
	neighbours_restore "$1"
	namespace=${1##*/}
	if ip netns list 2>/dev/null | grep -q "^$namespace\( \|\$\)"; then
		for id in $(ip netns pids "$namespace"); do kill -s KILL "$id" 2>/dev/null || true; done
		ip netns delete "$namespace"
	fi
	[ -z "$2" ] || rm -rf "$2"
}

# removes what labs left behind whose script was killed without a chance to do so
lab_sweep() {
	for owner in "$BUILD"/labs/*/owner; do
		[ -f "$owner" ] || continue
		read -r id start run <"$owner"
		[ "$(start_time_of "$id")" != "$start" ] || continue
		lab_remove "${owner%/owner}" "$run"
		rm -f "$owner"
	done
}

# neighbours_raise N: room for so many in the table of neighbours, which is one for all network namespaces, until the lab ends
neighbours_raise() {
	[ "$(cat "$NEIGHBOUR_LIMITS/gc_thresh1" 2>/dev/null || echo 0)" -lt "$1" ] || return 0
	(cd "$NEIGHBOUR_LIMITS" && grep -H . gc_thresh3 gc_thresh2 gc_thresh1) >"$LAB_DIR/neighbours"
	for limit in gc_thresh3 gc_thresh2 gc_thresh1; do echo "$1" >"$NEIGHBOUR_LIMITS/$limit"; done
}

# neighbours_restore LAB_DIR
neighbours_restore() {
	[ -f "$1/neighbours" ] || return 0
	# the lowest first: each must not be above the next
	tac "$1/neighbours" | while IFS=: read -r limit value; do echo "$value" >"$NEIGHBOUR_LIMITS/$limit"; done
	rm "$1/neighbours"
}

# to be set as trap: what has to happen however the script ends
on_exit() {
	code=$?
	trap '' INT TERM HUP
	trap - EXIT
	abandon_step
	case $code in 0 | 77) ;; *) LAB_KEEP=yes ;; esac
	if [ -n "${LAB:-}" ] && [ -n "${LAB_KEEP:-}" ]; then
		say "consoles and logs are kept in ${LAB_DIR#"$PWD/"}"
	fi
	lab_down
	exit "$code"
}

lab_guard() {
	trap on_exit EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM HUP
}
