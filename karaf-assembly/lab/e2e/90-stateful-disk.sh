#!/bin/sh
# A machine is installed to its disk once, starts from there with and without the container, and never starts a half of it. By "./perceus
# test all" it is installed anew, too.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

start_node() { vm_start vm1 "$first" --disk one:4G "$@"; }
last_boot_has() { perceus boot show --json "$first" | jq -r '.[0].events[].step' | grep -qx -- "$1"; }
# what the disk says of its installation
mark_of() { dd if="$LAB_DIR/$1.disk" bs=4096 skip=128 count=1 2>/dev/null | tr -d '\000' | sed -n 's/^state=//p'; }

e2e_lab
seed_sow stateful-disk
e2e_container_for stateful-disk <<END
setting.swap = 256M
END
first=$(random_mac)
start_node
check "the node is being installed" console_wait vm1 'unpack the root' "$boot_limit"
vm_cut vm1
equal "the mark of the disk" "$(mark_of one)" installing
switch_up nobody 10.99.0.1/24
start_node --switch nobody
check "half an installation starts nothing" console_wait vm1 'No bootable device' 300
vm_stop vm1

# its key was lost with its power
perceus node arm "$first"
start_node
wait_state "$first" ready "$boot_limit"
node=$(node_of_mac "$first")
check "the node is what the registry says" prove vm1 "$node" stateful-disk
equal "its root" "$(disk_root vm1)" "ext4 /dev/vda4"
equal "its swap space" "$(console_run vm1 'swapon --show=NAME,SIZE --noheadings | tr -s " "')" "/dev/vda3 256M"
equal "whose a program is, and its mode" "$(console_run vm1 'stat -c "%U %a" /usr/bin/su')" "root 4755"
equal "units that failed on the node" "$(console_run vm1 'systemctl --failed --plain --no-legend | wc -l')" 0
console_run vm1 'touch /root/proof && sync'
equal "the mark of the disk" "$(mark_of one)" complete

vm_cut vm1
container_stop
start_node
disk_starts vm1 "$node" "ext4 /dev/vda4" 300
vm_cut vm1

container_start
perceus node set proof=key "$node"
second=$(random_mac)
for disk in two three; do
	vm_disk "$disk:1G"
	head -c 1000 /dev/urandom | dd of="$LAB_DIR/$disk.disk" bs=1M seek=7 conv=notrunc 2>/dev/null
done
before=$(sha256sum "$LAB_DIR/two.disk" "$LAB_DIR/three.disk")
start_node
vm_start vm2 "$second" --disk two:1G --disk three:1G --no-reboot
check "a choice of two disks is refused with a list of them" console_wait vm2 "FAILED: the setting 'disk' has to .*vda .*vdb .*" "$boot_limit"
equal "its disks" "$(sha256sum "$LAB_DIR/two.disk" "$LAB_DIR/three.disk")" "$before"
vm_stop vm2
wait_state "$first" ready "$boot_limit"
check "it was not installed again" last_boot_has 'start debian-12@1 from the disk vda'
check "it has shown the key that its disk has" expr "$(key_step "$first")" : 'SHA256:[^ ]* is that of the node$'
check "what was written on the node is there" console_run vm1 'test -e /root/proof'

[ -n "${EVERYTHING:-}" ] || exit 0
perceus node set reinstall=yes filesystem=xfs proof= "$node"
vm_stop vm1
start_node
check "the node is being installed anew" console_wait vm1 'unpack the root' "$boot_limit"
vm_cut vm1
equal "the mark of the disk" "$(mark_of one)" installing
start_node
wait_state "$first" ready "$boot_limit"
equal "its root" "$(disk_root vm1)" "xfs /dev/vda4"
equal "what was written on the node before" "$(console_run vm1 'ls /root/proof 2>/dev/null | wc -l')" 0
equal "its setting to be installed anew" "$(perceus node show --json "$node" | jq -r '.[0].settings.reinstall | "\(.value) \(.from)"')" "no default"
