#!/bin/sh
# Hundreds of machines are switched on at once, and their DHCP is long under way, so that each repeats what it has asked: all become
# ready, and a packet that comes when its machine is further already ends no boot.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

nodes=300

# all_become_ready [OPTION OF storm]…
all_become_ready() {
	storm --nodes "$nodes" --timeout 180 --json "$@" >"$LAB_DIR/storm.json" 2>"$LAB_DIR/logs/storm.log" ||
		trouble "a storm, $*: $(jq -c '{ready, failed, failures, waits}' "$LAB_DIR/storm.json" 2>/dev/null || tail -n 3 "$LAB_DIR/logs/storm.log")"
	equal "nodes that became ready, $*" "$(storm_counted .ready)" "$nodes"
	equal "nodes that the registry has as ready" "$(perceus info --json | jq .nodes.ready)" "$nodes"
}

# storm_counted FIELD of the storm that ended last
storm_counted() { jq "$1" "$LAB_DIR/storm.json"; }

lab_guard
lab_up
neighbours_raise $((4 * nodes + 1024))
storm_switch
storm_container stateless-ram </dev/null
storm_register "$nodes"
all_become_ready --firmware uefi
all_become_ready --delay 1500
check "all repeated their DHCP" test "$(storm_counted .counted.dhcpRepeated)" -ge $((4 * nodes))
