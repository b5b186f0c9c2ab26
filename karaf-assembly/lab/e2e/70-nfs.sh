#!/bin/sh
# Three machines on one tree: two with their root over NFS, one with a root in RAM and its bulk over NFS. A new version of
# their capsule and an end of the server do not disturb them.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

server_process() {
	for id in $(ip netns pids "$LAB"); do
		! tr '\0' ' ' <"/proc/$id/cmdline" | grep -q '^[^ ]*ganesha.nfsd ' || echo "$id"
	done
}
# has WHAT TEXT PATTERN
has() { echo "$2" | grep -q "$3" || trouble "$1"; }

e2e_lab
e2e_container <<'END_OF_FILE'
setting.method = nfs-root
END_OF_FILE
macs="$(random_mac) $(random_mac) $(random_mac)"
# shellcheck disable=SC2086
set -- $macs
perceus node add --name hybrid "$3"
perceus node set method=hybrid hybrid
vm_start vm1 "$1"
vm_start vm2 "$2"
vm_start vm3 "$3"
for mac in $macs; do wait_state "$mac" ready "$boot_limit"; done
check "the first is what the registry says" prove vm1 "$(node_of_mac "$1")" nfs-root
check "the second is what the registry says" prove vm2 "$(node_of_mac "$2")" nfs-root
check "the hybrid node is what the registry says" prove vm3 hybrid hybrid

equal "trees for three nodes" "$(trees | wc -l)" 1
tree=$(trees)
trees_watch
for vm in vm1 vm2; do
	equal "what $vm has below its overlay" "$(tree_mount "$vm")" "/run/perceus/tree nfs4 ro"
	check "the root of $vm is writable" console_run "$vm" 'echo mine >/usr/share/of-mine && echo new >/etc/motd && rm /usr/bin/perl'
done
equal "what the hybrid node has of the tree" "$(tree_mount vm3)" "/.perceus/tree nfs4 ro"
equal "a path that stays on the server" "$(console_run vm3 'readlink /usr/share')" /.perceus/tree/usr/share
for vm in vm1 vm2 vm3; do check "$vm cannot write to the tree" tree_refuses "$vm"; done
has "the time-line says what that saves" "$(perceus boot show hybrid)" 'leave [0-9]* of [0-9]* MiB on the server'
say "memory: $(memory_of vm1) and $(memory_of vm2) with the root over NFS, $(memory_of vm3) hybrid"
equal "files of the tree that nodes changed" "$(tree_changes "$tree")" 0

trees_add nfs-root
equal "trees after a new version" "$(trees | wc -l)" 2
server=$(server_process)
kill -s KILL "$server"
for vm in vm1 vm2 vm3; do
	check "$vm reads on from its tree" tree_reads "$vm"
done
check "another server has taken over" test "$(server_process)" != "$server"
equal "files of the tree that were changed" "$(tree_changes "$tree")" 0
for vm in vm1 vm2; do equal "what $vm wrote" "$(console_run "$vm" 'cat /usr/share/of-mine')" mine; done
for mac in $macs; do equal "$mac" "$(node_field "$mac" state)" ready; done
container_stop
equal "servers after the container has ended" "$(server_process | wc -l)" 0
