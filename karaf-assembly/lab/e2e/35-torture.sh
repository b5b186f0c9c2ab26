#!/bin/sh
# Nothing of a capsule's root is lost on the way to a node, whatever its files are: as a folder, by GNU tar and by bsdtar it
# becomes the same capsule, and each method brings that to a node, but for what the node's file system cannot hold.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"
# shellcheck source=../torture.sh
. "$ROOT/karaf-assembly/lab/torture.sh"

# has_all METHOD VM [ARGUMENTS OF vm_start]
has_all() {
	method=$1 vm=$2 mac=$(random_mac)
	shift 2
	perceus node add --name "$vm" "$mac"
	perceus node set "method=$method" capsule=folder@1 "$vm"
	vm_start "$vm" "$mac" --memory 1500 "$@"
	wait_state "$mac" ready "$boot_limit"
	check "$vm has a prompt" console_wait "$vm" 'root@[^ ]*#' 90
	tree_of "$vm" "$LAB_DIR/$vm.tree"
	kept "$method" <"$LAB_DIR/whole" >"$LAB_DIR/$vm.kept"
	equal "what $vm lost by $method" "$(trees_differ "$LAB_DIR/$vm.kept" "$LAB_DIR/$vm.tree")" ""
	[ "$method" != stateful-disk ] || check "its swap space can be used" console_run "$vm" 'swapon /srv/swap'
	vm_stop "$vm"
}

# PATTERN: the import of the folder has told of it
is_told() { perceus vnfs show folder@1 --json | jq -r '.[0].findings[].found' | grep -E -- "$1"; }

hash_of() { perceus vnfs list --json | jq -r --arg name "${1%@*}" --arg version "${1#*@}" '.[] | select(.name == $name and .version == $version) | .sha256'; }

e2e_lab
torture_capsule "$LAB_DIR/root"
"$ROOT/karaf-assembly/lab/tree-list" "$LAB_DIR/root" | tree_constant >"$LAB_DIR/whole"
container_configure </dev/null
container_start
capsule_import stateless-ram folder@1 "$LAB_DIR/root"
tar -C "$LAB_DIR/root" --acls --xattrs --xattrs-include='*' --numeric-owner -S -cf - . | zstd -q >"$LAB_DIR/root.tar"
perceus vnfs import --no-prepare gnu@1 "$LAB_DIR/root.tar"
equal "the root by GNU tar" "$(hash_of gnu@1)" "$(hash_of folder@1)"
torture_for_bsdtar "$LAB_DIR/root"
(cd "$LAB_DIR/root" && LC_ALL=C.UTF-8 bsdtar --acls --xattrs -cf - .) | zstd -q >"$LAB_DIR/root.tar"
perceus vnfs import --no-prepare bsd@1 "$LAB_DIR/root.tar"
perceus vnfs import --no-prepare folder@2 "$LAB_DIR/root"
equal "the root by bsdtar" "$(hash_of bsd@1)" "$(hash_of folder@2)"
rm -r "$LAB_DIR/root" "$LAB_DIR/root.tar"

for loss in "sockets were left out: '/srv/socket'" "programs have capabilities, which do not come over NFS" \
	"access control lists, which do not come over NFS" "attributes user.*, which do not .* from Linux 6.6 on: '/srv/valued'" \
	"labels of SELinux, which only a root on disk keeps.*: '/srv/labelled'" "extended attributes, which do not .*: '/srv/trusted'"; do
	check "the import says: $loss" is_told "$loss"
done

has_all stateless-ram vm1
if [ -n "${EVERYTHING:-}" ]; then
	has_all nfs-root vm2
	has_all stateful-disk vm3 --disk one:4G
fi
