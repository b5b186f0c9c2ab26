#!/bin/sh
# A machine whose power is cut at each step of its boot, one step after the other: it goes on from whatever is left of it, and becomes ready
# when it is left alone. By "./perceus test all" with each method.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

mac=$(random_mac)

switch_on() { vm_start cut "$mac" --memory 1536 --disk cut:4G; }

# how many steps its newest boot, which is none of those before, has so far
steps() { perceus boot show --json cut 2>/dev/null | jq --arg before "$1" '.[0] | if .started == $before then 0 else .events | length end'; }

# the boot that the next one is not: one that has come no further than iPXE goes on when firmware asks again
boot_before() { perceus boot show --json cut | jq -r '.[0] | if .events[-1].step == "firmware" or .events[-1].step == "ipxe" then "" else .started end'; }

# cut_behind STEPS: its power goes when its next boot has so many; false when it is ready before
cut_behind() {
	before=$(boot_before)
	[ "$method" != stateful-disk ] || perceus node set reinstall=yes cut >/dev/null
	switch_on
	deadline=$(($(now) + boot_limit))
	until reached=$(steps "$before") && [ "${reached:-0}" -ge "$1" ]; do
		[ "$(now)" -lt "$deadline" ] || trouble "$method: step $1 is not reached: $(perceus boot show cut)"
		sleep 0.2
	done
	vm_cut cut
	last=$(perceus boot show --json cut | jq -r '.[0].events[-1].step')
	say "its power is cut at the step '$last' ($reached)"
	[ "$last" != ready ]
}

# endures METHOD
endures() {
	method=$1
	e2e_lab
	# shellcheck disable=SC2034 # dropped.sh adds to it
	DROPPED=
	drop_example "$method"
	seed_sow "$method"
	e2e_container_for "$method" </dev/null
	perceus node add --name cut "$mac" >/dev/null
	rm -f "$LAB_DIR/cut.disk"
	switch_on
	wait_state "$mac" ready "$boot_limit"
	vm_cut cut
	step=1
	while cut_behind "$step"; do step=$((reached + 1)); done
	check "$method: $step steps" test "$step" -ge 6
	before=$(boot_of cut)
	switch_on
	await_next cut "$before"
	check "$method: it is what the registry says" prove cut cut "$method"
	equal "$method: units that failed" "$(console_run cut 'systemctl --failed --plain --no-legend | wc -l')" 0
	equal "$method: nodes" "$(perceus node list --json | jq length)" 1
	vm_stop cut
	container_stop
	lab_down
}

methods=stateful-disk
[ -z "${EVERYTHING:-}" ] || methods='stateless-ram nfs-root squashfs-overlay hybrid stateful-disk'
for method in $methods; do endures "$method"; done
