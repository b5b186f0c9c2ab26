#!/bin/sh
# Nothing of a capsule's root is lost on the way to a node, whatever its files are: imported as an archive and as a folder,
# from RAM, over NFS and on disk.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"
[ -n "${EVERYTHING:-}" ] || skip "only ./perceus test all runs it: what a root in RAM cannot keep is not told apart from losses yet"
# shellcheck source=../torture.sh
. "$ROOT/karaf-assembly/lab/torture.sh"

# has_all METHOD CAPSULE VM EXPECTED [ARGUMENTS OF vm_start]
has_all() {
	method=$1 capsule=$2 vm=$3 expected=$4 mac=$(random_mac)
	shift 4
	perceus node add --name "$vm" "$mac"
	perceus node set "method=$method" "capsule=$capsule" "$vm"
	vm_start "$vm" "$mac" --memory 1500 "$@"
	wait_state "$mac" ready "$boot_limit"
	check "$vm has a prompt" console_wait "$vm" 'root@[^ ]*#' 90
	tree_of "$vm" "$LAB_DIR/$vm.tree"
	equal "what $vm lost by $method of $capsule" "$(trees_differ "$expected" "$LAB_DIR/$vm.tree")" ""
	vm_stop "$vm"
}

e2e_lab
torture_capsule "$LAB_DIR/root"
"$ROOT/karaf-assembly/lab/tree-list" "$LAB_DIR/root" | tree_constant >"$LAB_DIR/whole"
# attributes and owners of this kind do not come over NFS
grep -av '^attribute' "$LAB_DIR/whole" >"$LAB_DIR/plain"
tar -C "$LAB_DIR/root" --sort=name --acls --xattrs --xattrs-include='*' --numeric-owner -S -cf "$LAB_DIR/root.tar" .
container_configure </dev/null
container_start
capsule_import stateless-ram packed@1 "$LAB_DIR/root.tar"
capsule_import nfs-root folder@1 "$LAB_DIR/root"
has_all stateless-ram packed@1 vm1 "$LAB_DIR/whole"
has_all nfs-root folder@1 vm2 "$LAB_DIR/plain"
has_all stateful-disk packed@1 vm3 "$LAB_DIR/whole" --disk one:4G
