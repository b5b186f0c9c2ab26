#!/bin/sh
# Links that come late, each time that a kernel switches the card on: a switch that forwards nothing for 40 seconds while its spanning tree
# learns, and a cable without a carrier. By "./perceus test all" by the other methods, too.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

late=42

# the states of a bridge's port that the spanning tree has
tree() {
	case $2 in away) state=1 ;; back) state=3 ;; esac
	in_lab bridge link set dev "$(printf '%.15s' "tap-$1")" state "$state"
}

carrier() {
	case $2 in away) vm_cable "$1" false ;; back) vm_cable "$1" true ;; esac
}

mac_of() { perceus node list --json "$1" | jq -r '.[0].mac'; }

# comes_late NAME LINK: away, and after a while back
comes_late() {
	"$2" "$1" away
	sleep "$late"
	"$2" "$1" back
	say "the link of $1 came late: $2"
}

# boots_late METHOD FIRST SECOND [ARGUMENT OF vm_start]…: by what the link is late for Perceus OS and for the second system
boots_late() {
	method=$1 node=$1-$2 first=$2 second=$3
	shift 3
	perceus node add --name "$node" "$(random_mac)" >/dev/null
	vm_start "$node" "$(mac_of "$node")" --memory 1536 "$@"
	console_wait "$node" 'perceus: Perceus OS' 300 || trouble "Perceus OS does not start: $(console_text "$node" | tail -n 20)"
	comes_late "$node" "$first"
	wait_state "$(mac_of "$node")" starting 600
	comes_late "$node" "$second"
	wait_state "$(mac_of "$node")" ready "$boot_limit"
	check "$node is what the registry says" prove "$node" "$node" "$method"
	equal "units that failed on $node" "$(console_run "$node" 'systemctl --failed --plain --no-legend | wc -l')" 0
	vm_stop "$node"
}

site_of() {
	e2e_lab
	seed_sow "$1"
	e2e_container_for "$1" </dev/null
}

site_of stateless-ram
boots_late stateless-ram tree carrier
[ -n "${EVERYTHING:-}" ] || exit 0
boots_late stateless-ram carrier tree
for method in nfs-root stateful-disk; do
	container_stop
	lab_down
	site_of "$method"
	boots_late "$method" tree carrier --disk "$method-1:4G"
	boots_late "$method" carrier tree --disk "$method-2:4G"
done
