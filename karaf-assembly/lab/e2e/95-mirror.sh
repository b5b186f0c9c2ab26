#!/bin/sh
# A machine is installed to two disks that mirror each other, and starts from either of them alone, without the container.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

# a letter for each disk of the mirror with the root: U when it is there, _ when it is missing
mirror() { console_run vm1 "grep -A 1 '^${root#ext4 /dev/} ' /proc/mdstat" | sed -n 's/.*\[\([U_]*\)\] *$/\1/p'; }

e2e_lab
e2e_container <<'END_OF_FILE'
setting.method = stateful-disk
setting.raid = 1
setting.disk = serial:one,serial:two
setting.swap = 128M
END_OF_FILE
mac=$(random_mac)
vm_start vm1 "$mac" --disk one:2G --disk two:2G
wait_state "$mac" ready "$boot_limit"
node=$(node_of_mac "$mac")
check "the node is what the registry says" prove vm1 "$node" stateful-disk
root=$(disk_root vm1)
check "its root is on a mirror" test "${root#ext4 /dev/md}" != "$root"
equal "its disks" "$(mirror)" UU
check "its swap space is on a mirror" console_run vm1 'swapon --show=NAME --noheadings | grep -q "^/dev/md"'
equal "units that failed on the node" "$(console_run vm1 'systemctl --failed --plain --no-legend | wc -l')" 0
console_run vm1 'touch /root/proof && sync'

container_stop
for left in two one; do
	vm_cut vm1
	vm_start vm1 "$mac" --disk "$left:2G"
	disk_starts vm1 "$node" "$root" 400
	equal "its disks" "$(mirror | tr -d _)" U
	check "what was written on the node is there" console_run vm1 'test -e /root/proof'
done
