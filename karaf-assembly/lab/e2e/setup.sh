# shellcheck shell=sh disable=SC2034
# What every end-to-end test begins with. A test is a script that ends with 0 when all that it checked was right.

ROOT=$(cd "$(dirname "$0")/../../.." && pwd)
BUILD=$ROOT/.build
LAB_SCRIPTS=$ROOT/karaf-assembly/lab
for part in say needs processes lab network storm accelerator vm console build container check sdk dropped seed follow prove trees disks beside; do
	# shellcheck source=/dev/null
	. "$LAB_SCRIPTS/$part.sh"
done

boot_limit=900

# the lab with its switch
e2e_lab() { e2e_lab_at 10.10.0.1/24; }

# e2e_lab_at ADDRESS/LENGTH: this machine's on the switch
e2e_lab_at() {
	command -v qemu-system-x86_64 >/dev/null || stop "there is no qemu-system-x86_64"
	lab_guard
	lab_up
	switch_up provision "$1"
}

# the container on that switch; standard input is added to its org.perceus.node.cfg
e2e_container() { e2e_container_for stateless-ram; }

# e2e_container_for METHOD
e2e_container_for() {
	e2e_configure "$1"
	seed_plant
	container_start
}

# e2e_configure METHOD: its configuration, for tests that change more of it before it starts
e2e_configure() {
	SEED=$BUILD/seed/$1
	{ lab_settings "$1" && cat; } | container_configure
}

# wait_state MAC STATE SECONDS waits for a node, which may not be known yet
wait_state() {
	deadline=$(($(now) + $3))
	until state=$(perceus node status --json "$1" 2>/dev/null | jq -r '.[0].state') && [ "$state" = "$2" ]; do
		[ "$state" != failed ] || trouble "$1 failed: $(perceus node status "$1")"
		[ "$(now)" -lt "$deadline" ] || trouble "$1 is '$state' after $3 s, not '$2'"
		sleep 3
	done
}

# stranger_sentence MAC: what the list of strangers says of it
stranger_sentence() { perceus stranger list --json | jq -r --arg mac "$1" '.[] | select(.mac == $mac) | .sentence'; }

# the nodes as the registry has them, without what changes as they run
registry_of_nodes() { perceus node list --json | jq -S -c 'map({name, mac, address, group, approved}) | sort_by(.name)'; }

# the number of the boot that is the node's
boot_of() { perceus boot show --json "$1" | jq -r '.[0].started'; }

# await_next NODE BOOT: another boot than this one is ready
await_next() {
	deadline=$(($(now) + boot_limit))
	until [ "$(boot_of "$1")" != "$2" ]; do
		[ "$(now)" -lt "$deadline" ] || trouble "$1 began no other boot: $(perceus node status "$1")"
		sleep 1
	done
	wait_state "$1" ready "$boot_limit"
}

# has_step NODE STEP: its newest boot has
has_step() { perceus boot show --json "$1" | jq -r '.[0].events[].step' | grep -qx -- "$2"; }

# key_step NODE: what its newest boot says last of the key of its machine
key_step() { perceus boot show --json "$1" | jq -r '.[0].events[] | select(.step == "show its key") | .detail' | tail -n 1; }
