# shellcheck shell=sh disable=SC2154
# ./perceus bench storm: all nodes of a site are switched on at once.

bench_storm_usage() {
	cat <<'END_OF_TEXT'
usage: ./perceus bench storm [--nodes N] [--registry N] [--rounds N] [--link GBIT] [--image MB] [--check-in SECONDS] [--keys] [--json FILE]

Switches N simulated nodes (default 10000) on at once before the container as it is shipped, each with an address of its own;
see docs/simulate.md. With --registry the registry has N nodes, of which the others are off. All is done in rounds
(default 2): at the first the container has just been started, and much of it is not compiled yet. With --link the nodes are
behind a link of so many Gbit/s; with --image each fetches the first MB of each artifact. With --keys each round is followed by one in which each node
shows a key: at the first of these the nodes are tied to it. --json keeps every round.
END_OF_TEXT
}

bench_storm() {
	words="bench storm $*"
	nodes=10000 rounds=2 registry='' link='' image='' check_in=0 keys='' json=''
	while [ $# -gt 0 ]; do
		case $1 in
		--help | -h) bench_storm_usage && exit ;;
		--keys) keys=yes && shift ;;
		--nodes | --rounds | --registry | --link | --image | --check-in | --json)
			[ $# -ge 2 ] || stop "$1 needs a value"
			case $1 in
			--json) json=$2 ;;
			*) storm_number "$1" "$2" ;;
			esac
			shift 2
			;;
		*) stop "bench storm does not know '$1': see ./perceus bench storm --help" ;;
		esac
	done
	[ "${registry:=$nodes}" -ge "$nodes" ] || stop "the registry has to have all $nodes nodes, so --registry cannot be $registry"
	need_root "$words"
	# shellcheck disable=SC2046
	need $(machine_packages) $(bench_packages) $(recipe_packages)
	lab_guard
	build_distribution
	build_perceus_os
	build_capsule
	lab_up
	storm_switch "$link"
	seed_sow stateless-ram
	bench_storm_rounds
}

storm_number() {
	case $2 in *[!0-9]* | '' | 0* | ???????*) stop "$1 is a number from 1 to 999999, not '$2'" ;; esac
	case $1 in
	--nodes) nodes=$2 ;;
	--rounds) rounds=$2 ;;
	--registry) registry=$2 ;;
	--link) link=$2 ;;
	--image) image=$2 ;;
	--check-in) check_in=$2 ;;
	esac
}

bench_storm_rounds() {
	neighbours_raise $((2 * registry + 1024))
	storm_container stateless-ram </dev/null
	container_id=$(process_id container)
	say "registering $registry nodes"
	storm_register "$registry"
	round=0
	while [ "$round" -lt "$rounds" ]; do
		round=$((round + 1))
		bench_storm_round "$round"
		[ -z "$keys" ] || bench_storm_round "$round-keys" --keys
	done
	[ -z "$json" ] || jq -s . "$LAB_DIR"/round-*.json >"$json"
	jq -se 'all(.ready == .nodes)' "$LAB_DIR"/round-*.json >/dev/null || stop "not all nodes became ready"
}

# NAME [OPTION OF THE SIMULATION]…
bench_storm_round() {
	# what the round before left to do is done by then
	sleep 5
	result=$LAB_DIR/round-$1.json
	cpu=$(cpu_ms_of "$container_id")
	echo 5 >"/proc/$container_id/clear_refs"
	say "round $1: switching $nodes nodes on (load average $(load_average))"
	log=$LAB_DIR/logs/counters-$1
	shift
	set -- --nodes "$nodes" --check-in "$check_in" --json "$@"
	[ -z "$image" ] || set -- "$@" --image "$image"
	code=0
	storm "$@" >"$LAB_DIR/storm.json" || code=$?
	[ -n "$(process_id container)" ] || container_trouble "the container has ended"
	[ -s "$LAB_DIR/storm.json" ] || stop "the simulation ended with $code"
	jq --argjson processor $(($(cpu_ms_of "$container_id") - cpu)) \
		--argjson resident "$(($(memory_of VmHWM) * 1024))" --argjson residentAfter "$(($(memory_of VmRSS) * 1024))" \
		--argjson registry "$registry" --arg load "$(load_average)" \
		'. + {serverProcessorMs: $processor, residentBytes: $resident, residentAfterBytes: $residentAfter,
			registry: $registry, load: ($load | tonumber)}' "$LAB_DIR/storm.json" >"$result"
	perceus info --counters >"$log" || true
	bench_storm_report
}

# KIB of the container's process
memory_of() { sed -n "s/^$1:[^0-9]*\([0-9]*\).*/\1/p" "/proc/$container_id/status"; }

bench_storm_report() {
	jq -r '.steps | to_entries[] | [.key, .value.times, .value.p50, .value.p90, .value.p99, .value.longest] | @tsv' "$result" |
		awk -F '\t' 'BEGIN { printf "%-16s %9s %10s %10s %10s %10s\n", "STEP", "TIMES", "50 %", "90 %", "99 %", "LONGEST" }
			{ printf "%-16s %9s %7s ms %7s ms %7s ms %7s ms\n", $1, $2, $3, $4, $5, $6 }'
	jq -r '
		(.counted | to_entries[] | select(.value > 0) | "\(.value) \(.key)"),
		(.waits | to_entries[] | "\(.value) told to wait: \(.key)"),
		(.failures | to_entries[] | "\(.value) failed: \(.key)"),
		(if .simulatorLagMs > 200 then "the simulation was up to \(.simulatorLagMs) ms late itself, for want of processor time: the server was faster than this says" else empty end),
		(if .simulatorSocketWaits > 0 then "the simulation was short of open files (ulimit -n): nodes waited \(.simulatorSocketWaits) times until it had a socket for them" else empty end),
		"all ready after      \(.ms / 1000) s (\(.ready) of \(.nodes), \(.failed) failed, \(.nodesPerSecond) a second), aim 15 s for 10000, 1.2 s for 1000",
		"container, resident  \(.residentBytes / 1e6 | round) MB at most, \(.residentAfterBytes / 1e6 | round) MB at the end, aim 600 MB",
		"processor time       \(.serverProcessorMs / .nodes * 100 | round / 100) ms a node of the container, \(.simulatorProcessorMs / .nodes * 100 | round / 100) ms of the simulation"' \
		"$result"
	echo "round $round: $nodes nodes at once, $registry in the registry, ${link:+a link of $link Gbit/s, }$(nproc) processors, load average $(jq .load "$result")"
}
