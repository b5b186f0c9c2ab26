# shellcheck shell=sh disable=SC2154
# ./perceus bench registry: a site with many nodes and what happened to them, in the container as it is shipped.

# ten boots of twelve events
REGISTRY_BOOTS=10
REGISTRY_EVENTS=12

bench_registry_usage() {
	cat <<'END_OF_TEXT'
usage: ./perceus bench registry [--nodes N] [--runs N] [--json FILE]

Fills the registry of a container with N nodes (default 100000), each with ten boots of twelve events, and measures how long it
takes to start, its memory, and how long commands take that change or list nodes.
END_OF_TEXT
}

bench_registry() {
	words="bench registry $*"
	registry_nodes=100000 runs=3 json=''
	while [ $# -gt 0 ]; do
		case $1 in
		--help | -h) bench_registry_usage && exit ;;
		--nodes | --runs | --json)
			[ $# -ge 2 ] || stop "$1 needs a value"
			case $1 in --nodes) registry_nodes=$2 ;; --runs) runs=$2 ;; --json) json=$2 ;; esac
			shift 2
			;;
		*) stop "bench registry does not know '$1': see ./perceus bench registry --help" ;;
		esac
	done
	case $registry_nodes in *[!0-9]* | '' | 0* | ???????*) stop "--nodes is a number from 1 to 999999, not '$registry_nodes'" ;; esac
	case $runs in *[!0-9]* | '' | 0* | ???*) stop "--runs is a number from 1 to 99, not '$runs'" ;; esac
	need_root "$words"
	# shellcheck disable=SC2046
	need $(machine_packages) sqlite3 python3
	lab_guard
	build_distribution
	lab_up
	switch_up provision 10.10.0.1/8
	registry_configure
	container_start
	container_stop
	say "writing $registry_nodes nodes with $REGISTRY_BOOTS boots of $REGISTRY_EVENTS events"
	registry_sql | sqlite3 -bail "$INSTANCE/data/registry/registry.db"
	: >"$LAB_DIR/results"
	run=0
	while [ "$run" -lt "$runs" ]; do
		run=$((run + 1))
		registry_round
	done
	registry_report
}

registry_configure() {
	lab_settings stateless-ram | container_configure
	sed -i '/^namePattern/d' "$INSTANCE/etc/org.perceus.node.cfg"
	echo 'namePattern = n######' >>"$INSTANCE/etc/org.perceus.node.cfg"
	for network in "$INSTANCE"/etc/org.perceus.node.network-*.cfg; do
		printf 'name = all\nsubnet = 10.0.0.0/8\npool = 10.16.0.1-10.250.255.254\n' >"$network"
	done
}

# what the ledger and the journal would have written
registry_sql() {
	cat <<-END_OF_SQL
		PRAGMA journal_mode = WAL;
		PRAGMA synchronous = OFF;
		BEGIN;
		CREATE TEMPORARY TABLE n AS
			WITH RECURSIVE number(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < $registry_nodes)
			SELECT i, $((0x020000000000)) + i AS mac,
				printf('02:00:%02x:%02x:%02x:%02x', 0, (i >> 16) & 255, (i >> 8) & 255, i & 255) AS thing,
				printf('name=n%06d' || char(10) || 'group=rack%d' || char(10) || 'address=10.%d.%d.%d' || char(10) || 'approved=true' || char(10)
					|| 'setting.capsule=debian-12' || char(10), i, i / 48, 16 + (i >> 16), (i >> 8) & 255, i & 255) AS content
			FROM number;
		INSERT INTO change VALUES (1, 1793534400000, 'root', 'perceus node import nodes.csv', '');
		INSERT INTO difference SELECT 1, i, 'node', thing, NULL, content FROM n;
		INSERT INTO document SELECT 'node', thing, content FROM n;
		UPDATE head SET newest = 1;
		CREATE TEMPORARY TABLE b AS
			WITH RECURSIVE number(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM number WHERE i < $((REGISTRY_BOOTS - 1)))
			SELECT 1793534400000 + i * 86400000 AS started FROM number;
		CREATE TEMPORARY TABLE e AS
			WITH RECURSIVE number(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM number WHERE i < $((REGISTRY_EVENTS - 1)))
			SELECT i AS item, CASE i WHEN $((REGISTRY_EVENTS - 1)) THEN 'ready' ELSE 'provisioning' END AS state FROM number;
		INSERT INTO boot SELECT mac, started, started + 60000, 1 FROM n, b;
		INSERT INTO boot_event
			SELECT mac, started, item, started + item * 5000, state, CASE state WHEN 'ready' THEN 'ready' ELSE 'step ' || item END,
				'what node ' || i || ' says of it'
			FROM n, b, e;
		INSERT INTO recent_boot
			SELECT mac, (SELECT MAX(started) FROM b), (SELECT MAX(started) + 60000 FROM b), (SELECT MAX(started) + 60000 FROM b), 'ready', 'ready',
				'Linux 6.1.0', (SELECT MAX(started) + 60000 FROM b), (SELECT MAX(started) + 60000 FROM b), $REGISTRY_EVENTS, 0, 'starting',
				'2 CPU (1x2x1), 8.0 GiB RAM, BIOS, 0 disks', 'debian-12@1 by stateless-ram', NULL, NULL
			FROM n;
		COMMIT;
	END_OF_SQL
}

registry_round() {
	started=$(now_ms)
	container_launch
	container_wait 180 container_serves
	registry_result start $(($(now_ms) - started))
	most=$((registry_nodes < 10000 ? registry_nodes : 10000))
	last=$(printf '%06d' "$most")
	registry_times 100 set-one 'node set x-bench=%d n000001'
	registry_times 3 "set-$most" "node set x-bench=%d n[000001-$last]"
	registry_times 3 list-all 'node list'
	registry_times 3 history 'history'
	sleep 10
	registry_result resident "$(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$(process_id container)/status")"
	container_stop
}

# registry_result WHAT VALUE
registry_result() {
	echo "$1 $2 $(load_average)" >>"$LAB_DIR/results"
	say "$1: $2"
}

# registry_times TIMES WHAT COMMAND: the median of how many microseconds a command takes, without the start of a client
registry_times() { registry_result "$2" "$(python3 "$LAB_SCRIPTS/command-times" "$LAB_RUN/perceus.sock" "$1" "$3")"; }

registry_report() {
	{
		printf 'WHAT\tMEASURED\tAIM\n'
		printf 'container starts\t%s s\t8 s\n' "$(seconds_of "$(median start 1)")"
		printf 'container, resident\t%s MB\t500 MB\n' "$(($(median resident 1) * 1024 / 1000000))"
		printf 'node set of one\t%s ms\t3 ms\n' "$(seconds_of "$(median set-one 1)")"
		printf 'node set of %s\t%s ms\t1000 ms\n' "$most" "$(seconds_of "$(median "set-$most" 1)")"
		printf 'node list of all\t%s ms\t1500 ms\n' "$(seconds_of "$(median list-all 1)")"
		printf 'history\t%s ms\t\n' "$(seconds_of "$(median history 1)")"
	} | awk -F '\t' '{ printf "%-24s %12s %10s\n", $1, $2, $3 }'
	echo "medians of $runs runs, $registry_nodes nodes, $(nproc) processors, load average $(load_average)"
	[ -z "$json" ] || jq -n --rawfile results "$LAB_DIR/results" --argjson nodes "$registry_nodes" --argjson processors "$(nproc)" '{
		nodes: $nodes, processors: $processors,
		runs: [$results | split("\n")[] | select(. != "") | split(" ")
			| {what: .[0], value: (.[1] | tonumber), load: (.[2] | tonumber)}]}' >"$json"
}
