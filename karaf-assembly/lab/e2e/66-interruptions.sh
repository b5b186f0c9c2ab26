#!/bin/sh
# What happens to a site while its nodes boot: a link, the server's device and the server itself go away and come back, and the
# power of all nodes. Simulated nodes, which are at all their steps meanwhile, have to become ready.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

nodes=40

# begin ROUND [OPTION OF storm]…: switches nodes on, which the registry has, and does not wait
begin() {
	first=02:50:00:0$1:00:00
	shift
	perceus simulate --list --nodes "$nodes" --first-mac "$first" >"$LAB_DIR/nodes.csv"
	perceus node import --update "$LAB_DIR/nodes.csv" >"$LAB_DIR/logs/import.log"
	rm -f "$LAB_DIR/storm.json"
	# shellcheck disable=SC2016 # for the shell that writes the file
	process_start storm sh -c 'file=$1 && shift && exec "$@" >"$file"' sh "$LAB_DIR/storm.json" \
		"$PERCEUS_HOME/bin/perceus" simulate --device nodes-plug --network "$STORM_NETWORK" --addresses "$STORM_ADDRESSES" \
		--nodes "$nodes" --first-mac "$first" --timeout 300 --json "$@"
}

has_ended() { [ -z "$(process_id storm || true)" ]; }

# within SECONDS COMMAND…
within() {
	deadline=$(($(now) + $1))
	shift
	until "$@"; do
		[ "$(now)" -lt "$deadline" ] || return 1
		sleep 0.5
	done
}

# all_are_ready WHAT
all_are_ready() {
	within 330 has_ended || trouble "$1: the nodes do not come to an end"
	[ "$(jq .ready "$LAB_DIR/storm.json")" = "$nodes" ] ||
		trouble "$1: $(jq -c '{ready, failed, failures, waits}' "$LAB_DIR/storm.json" 2>/dev/null || tail -n 3 "$LAB_DIR/logs/storm.log")"
	say "right: $1, and all nodes became ready"
}

# in STATE…: how many nodes are in one of these states
in_states() { perceus info --json | jq --args '[.nodes[$ARGS.positional[]] // 0] | add' "$@"; }
are_given() { [ "$(in_states provisioning starting ready)" -ge "$1" ]; }
at_it() { [ "$(in_states ready)" -lt "$1" ]; }

away_and_back() {
	sleep 3
	in_lab ip link set "$1" down
	sleep 5
	in_lab ip link set "$1" up
}

# amid NUMBER COMMAND…: does it when all of that many nodes have their scripts and fetch what these name
amid() {
	check "all are given a script" within 120 are_given "$1"
	check "some are not ready yet" at_it "$1"
	shift
	"$@"
	container_start
}

# the database on a disk of its own, which others do not see
container_on_small_disk() {
	rm -f "$LAB_RUN/perceus.sock"
	# shellcheck disable=SC2016 # for the shell in there
	process_start container env "KARAF_BASE=$INSTANCE" unshare --mount sh -c \
		'mkdir -p "$1" && mount -t tmpfs -o size=24m tmpfs "$1" && exec "$2" server' sh "$INSTANCE/data/registry" "$PERCEUS_HOME/bin/karaf"
	container_wait 180 container_serves
}

on_small_disk() { nsenter --mount --target "$(process_id container)" "$@"; }

full_and_free() {
	sleep 3
	on_small_disk dd if=/dev/zero of="$INSTANCE/data/registry/filler" bs=64k 2>/dev/null || true
	check "the disk is full" test "$(on_small_disk df --output=avail "$INSTANCE/data/registry" | tail -n 1)" -eq 0
	sleep 6
	check "some wait for it" at_it "$nodes"
	on_small_disk rm "$INSTANCE/data/registry/filler"
}

# interrupt METHOD
interrupt() {
	lab_up
	neighbours_raise 4096
	storm_switch 1
	seed_sow "$1"
	storm_container "$1" </dev/null
	begin 1 --over 10
	away_and_back nodes-port
	all_are_ready "$1: a link was down"
	begin 2 --over 10
	away_and_back provision
	all_are_ready "$1: the server's device was down"
	begin 3 --image "$2"
	amid $((3 * nodes)) container_kill9
	all_are_ready "$1: the server was killed"
	begin 4 --image "$2"
	amid $((4 * nodes)) container_stop
	all_are_ready "$1: the server was restarted"
	begin 5 --over 10 --image 10
	sleep 5
	process_end storm KILL
	begin 5
	all_are_ready "$1: their power went away and came back"
	container_stop
	container_on_small_disk
	begin 6 --over 10
	full_and_free
	all_are_ready "$1: the server's disk was full"
	lab_down
}

lab_guard
methods=stateless-ram
[ -z "${EVERYTHING:-}" ] || methods='stateless-ram nfs-root stateful-disk'
for method in $methods; do interrupt "$method" 40; done
