#!/bin/sh
# A method of somebody else is dropped into the container that runs, and boots a machine beside one with a built-in method:
# its root takes a third of the memory.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

has_squashfs() { perceus module list --json | jq -e '.[] | select(.name == "squashfs-overlay" and .status == "active")' >/dev/null; }
# MiB that a root takes: of a file system in RAM what is used of it, of an image in RAM all of it
root_in_ram() { console_run "$1" 'df -m --output=used / | tail -n 1' | tr -d ' '; }
image_in_ram() { echo $(($(console_run "$1" 'cat /sys/block/loop0/size') / 2048)); }
# MiB of all files in RAM, those of the initramfs included
files_in_ram() { console_run "$1" "awk '/^Shmem:/ { print int(\$2 / 1024) }' /proc/meminfo"; }

e2e_lab
drop_example squashfs-overlay
jar=$(echo "$DROPPED" | head -n 1)
DROPPED=
e2e_container </dev/null
ram=$(random_mac) squashed=$(random_mac)
perceus node add --name ram "$ram"
perceus node add --name squashed "$squashed"
cp "$jar" "$INSTANCE/modules/"
container_wait 60 has_squashfs
perceus node set method=squashfs-overlay squashed
vm_start vm1 "$ram"
vm_start vm2 "$squashed"
wait_state "$ram" ready "$boot_limit"
wait_state "$squashed" ready "$boot_limit"
check "the node is what the registry says" prove vm2 squashed squashfs-overlay
equal "its root" "$(console_run vm2 'findmnt -n -o FSTYPE /; findmnt -n -o FSTYPE,SOURCE -t squashfs | tr -s " "' | tr '\n' ' ')" "overlay squashfs /dev/loop0 "
check "its root is writable" console_run vm2 'echo mine >/usr/share/of-mine && rm /usr/bin/perl'
equal "units that failed on the node" "$(console_run vm2 'systemctl --failed --plain --no-legend | wc -l')" 0
whole=$(root_in_ram vm1) packed=$(image_in_ram vm2)
say "memory that the root takes: $whole MiB by stateless-ram, $packed MiB by squashfs-overlay"
say "all files in RAM: $(files_in_ram vm1) MiB by stateless-ram, $(files_in_ram vm2) MiB by squashfs-overlay"
say "memory in use: $(memory_of vm1) by stateless-ram, $(memory_of vm2) by squashfs-overlay"
check "the image takes a third of the memory" test "$((packed * 3))" -le "$whole"
