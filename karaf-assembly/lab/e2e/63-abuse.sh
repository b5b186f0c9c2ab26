#!/bin/sh
# What anybody on a provisioning network can do to the container that is shipped, with its heap: it lives, nodes beside become ready
# meanwhile, and the administrator is told of each limit that was reached.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

# within so many seconds all nodes beside are ready, whatever is done
BOUND=90
NODES=20
SMALL_MACS=02:51:00:00:00:00 LATE_MAC=02:51:00:00:01:00
ATTACKERS=10.16.64.1,10.16.64.2,10.16.64.3,10.16.64.4

abuse_lab() {
	lab_guard
	lab_up
	neighbours_raise 8192
	storm_switch
	host_up attacker provision 10.16.64.1/12
	for address in 10.16.64.2 10.16.64.3 10.16.64.4; do on_host attacker ip addr add "$address/12" dev attacker; done
	small_switch
	storm_configure stateless-ram </dev/null
	serve_switch small
	cat >"$INSTANCE/etc/org.perceus.node.network-small.cfg" <<-END_OF_FILE
		name = small
		subnet = 10.40.0.0/24
		pool = 10.40.0.128-10.40.0.227
		domain = small
	END_OF_FILE
	seed_plant
	container_start
	container=$(process_id container)
	storm_register "$NODES"
	perceus simulate --list --nodes "$NODES" --first-mac "$SMALL_MACS" |
		awk 'NR == 1 { print "mac,address" } NR > 1 { print substr($0, 1, 17) ",10.40.0." 126 + NR }' >"$LAB_DIR/small.csv"
	perceus node import "$LAB_DIR/small.csv" >"$LAB_DIR/logs/import-small.log"
}

# a network whose pool has a hundred addresses
small_switch() {
	switch_up small 10.40.0.1/24
	in_lab ip link add few-port type veth peer name few
	in_lab ip link set few-port master small up
	in_lab ip link set few arp off up
	host_plug attacker small attacker2 10.40.0.2/24
}

small_storm() {
	in_lab "$PERCEUS_HOME/bin/perceus" simulate --device few --network 10.40.0.0/24 --addresses 10.40.0.128/25 "$@"
}

abuse() { on_host attacker python3 "$LAB_SCRIPTS/abuse" "$@"; }

# begin KIND WORD… in the background, until it is under way
begin() {
	process_start "$1" nsenter --net --target "$(process_id attacker)" python3 "$LAB_SCRIPTS/abuse" "$@"
	deadline=$(($(now) + 60))
	until grep -q 'under way' "$LAB_DIR/logs/$1.log" 2>/dev/null; do
		[ -n "$(process_id "$1")" ] || trouble "abuse $1: $(cat "$LAB_DIR/logs/$1.log")"
		[ "$(now)" -lt "$deadline" ] || trouble "abuse $1 does not begin"
		sleep 0.1
	done
}

# nodes_become_ready WHILE COMMAND…
nodes_become_ready() {
	while=$1
	shift
	"$@" --nodes "$NODES" --timeout "$BOUND" --json >"$LAB_DIR/storm.json" 2>"$LAB_DIR/logs/storm.log" ||
		trouble "nodes beside $while: $(jq -c '{ready, failed, failures, waits}' "$LAB_DIR/storm.json" 2>/dev/null || tail -n 3 "$LAB_DIR/logs/storm.log")"
	equal "nodes that became ready within $BOUND s beside $while" "$(jq .ready "$LAB_DIR/storm.json")" "$NODES"
	say "the last after $(jq .ms "$LAB_DIR/storm.json") ms"
}

# beside KIND WORD…: nodes become ready while that goes on
beside() {
	begin "$@"
	nodes_become_ready "$1" storm
	process_end "$1"
}

# told REGEX: the log has such a line
told() { check "the log says: $1" grep -Eq -- "(WARN|ERROR).*$1" "$INSTANCE"/data/log/karaf.log*; }

# grown_by COMMAND…: by how many octets the container's files grew meanwhile
grown_by() {
	grown=$(du -s -B 1 "$INSTANCE" | cut -f 1)
	"$@"
	grown=$(($(du -s -B 1 "$INSTANCE" | cut -f 1) - grown))
}

the_pool_is_taken() {
	abuse strangers attacker2 400 >"$LAB_DIR/logs/strangers.log"
	! small_storm --nodes 1 --first-mac "$LATE_MAC" --timeout 10 >"$LAB_DIR/logs/late.log" 2>&1 || trouble "the pool was not used up, so this tests nothing"
	equal "what is said of the machine that got none" \
		"$(stranger_sentence "$LATE_MAC")" \
		'no address is left in the pool of network small'
	nodes_become_ready 'machines that took the whole pool' small_storm --first-mac "$SMALL_MACS"
}

# what the made-up machines took ends after two minutes
the_late_one_is_served() {
	tries=10
	until small_storm --nodes 1 --first-mac "$LATE_MAC" --timeout 30 >"$LAB_DIR/logs/late.log" 2>&1; do
		tries=$((tries - 1))
		[ "$tries" -gt 0 ] || trouble "who found the pool empty never gets an address: $(tail -n 1 "$LAB_DIR/logs/late.log")"
		sleep 10
	done
	say "right: who found the pool empty was given an address later"
}

the_archive_is_refused() {
	"$LAB_SCRIPTS/abuse" archive | zstd -q >"$LAB_DIR/headers.tar.zst"
	! perceus vnfs import headers@1 "$LAB_DIR/headers.tar.zst" >"$LAB_DIR/logs/headers.log" 2>&1 || trouble "an archive of 200 extended headers became a capsule"
	check "it is refused with a sentence: $(tail -n 1 "$LAB_DIR/logs/headers.log")" grep -q 'extended header' "$LAB_DIR/logs/headers.log"
}

port_0_is_passed_over() {
	log=$(cat "$INSTANCE"/data/log/* | wc -c)
	abuse port-0 "$STORM_SERVER" 20000
	nodes_become_ready 'packets from port 0' storm
	check "the log grew by less than 64 KiB" test $(($(cat "$INSTANCE"/data/log/* | wc -c) - log)) -lt 65536
}

nothing_is_returned_for_little() {
	abuse echo "$STORM_SERVER" snponly.efi 12 >"$LAB_DIR/logs/echo.log"
	check "one packet by TFTP returned $(tail -n 1 "$LAB_DIR/logs/echo.log") octets, at most 1100" test "$(tail -n 1 "$LAB_DIR/logs/echo.log")" -le 1100
}

# strangers_come N A_SECOND
strangers_come() {
	begin discovers attacker "$1" "$2"
	while [ -n "$(process_id discovers)" ]; do nodes_become_ready "$1 made-up machines" storm; done
	say "$1 made-up machines asked within $(tail -n 1 "$LAB_DIR/logs/discovers.log") ms"
}

problem() { perceus info | sed -n 's/^problem *//p'; }

# a machine that is fast lends addresses until the limit of that is reached, and one that is slow does not come to read what is said
the_flood_is_told_of() {
	if problem | grep -q 'unknown machines a second'; then
		say "right: info says: $(problem)"
	else
		told 'more unknown machines ask than can be answered'
	fi
}

it_lives() {
	equal "the process of the container" "$(process_id container)" "$container"
	! grep -q OutOfMemoryError "$LAB_DIR"/logs/container.log "$INSTANCE"/data/log/karaf.log* || trouble "the container ran out of memory"
	check "it serves" container_serves
}

abuse_lab
the_pool_is_taken
beside bodies "$STORM_SERVER" "$ATTACKERS" attacker 7600
told 'requests that do not get whole hold too much memory'
beside downloads "$STORM_SERVER" "$ATTACKERS" "/artifact/$(sha256sum "$PERCEUS_OS/initramfs" | cut -d " " -f 1)" 2000
beside trickle "$STORM_SERVER" "${ATTACKERS%,*,*}" 9000
told 'an address has too many HTTP connections'
beside transfers "$STORM_SERVER" "$ATTACKERS" snponly.efi 1024
told 'an address has too many TFTP transfers'
nothing_is_returned_for_little
port_0_is_passed_over
the_archive_is_refused
if [ -n "${EVERYTHING:-}" ]; then flood=1000000; else flood=50000; fi
grown_by strangers_come "$flood" 10000
the_flood_is_told_of
check "files grew by $grown octets, less than 50 MB, by $flood made-up machines" test "$grown" -lt 50000000
the_late_one_is_served
it_lives
