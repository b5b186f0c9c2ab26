#!/bin/sh
# A node whose machine is known starts its own system at once: Perceus OS prepares it on that system's kernel. By "./perceus test all" with UEFI
# and by kexec, too.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

# seconds_of NODE: how long its newest boot took
seconds_of() {
	perceus boot show --json "$1" | jq -r '.[0].events | map(.at | sub("\\.[0-9]*"; "") | fromdate) | .[-1] - .[0]'
}

# boots_again FIRMWARE: its power goes, and comes back
boots_again() {
	before=$(boot_of direct)
	vm_cut direct
	vm_start direct "$mac" --firmware "$1"
	await_next direct "$before"
	say "by $1 ready $(seconds_of direct) s after its firmware asked"
}

# is_right: the node, with nothing of Perceus OS left on it
is_right() {
	check "the node is what the registry says" prove direct direct
	equal "units that failed on the node" "$(console_run direct 'systemctl --failed --plain --no-legend | wc -l')" 0
	equal "what is left of Perceus OS" \
		"$(console_run direct 'ls -A /.perceus 2>/dev/null; grep perceus /proc/mounts; grep -o "perceus[.][a-z]*" /proc/cmdline')" ''
}

e2e_lab
e2e_container </dev/null
mac=$(random_mac)
perceus node add --name direct "$mac"
perceus node set direct-start=yes direct
vm_start direct "$mac"
wait_state "$mac" ready "$boot_limit"
check "a machine that is not known starts Perceus OS" has_step direct 'load Perceus OS'
say "ready $(seconds_of direct) s after its firmware asked"
firmwares=bios
[ -z "${EVERYTHING:-}" ] || firmwares='bios uefi'
for firmware in $firmwares; do
	boots_again "$firmware"
	check "it starts its own system" has_step direct 'load its own system'
	is_right
done

# the next start by kexec takes as long as all of this
[ -n "${EVERYTHING:-}" ] || exit 0
key=$(key_step direct)
before=$(boot_of direct)
perceus node reboot --kexec direct >/dev/null
await_next direct "$before"
equal "how the boot before ended" "$(perceus boot list --json --limit 2 direct | jq -r '.[1].events[-1].detail')" "it restarts: by kexec"
check "by kexec it starts its own system, too" has_step direct 'load its own system'
equal "the key of the machine" "$(key_step direct | cut -d ' ' -f 1)" "${key%% *}"
say "by kexec ready $(seconds_of direct) s after its system was left"
is_right
