#!/bin/sh
# A capsule with SELinux enforcing comes up with it from RAM and from disk, with the labels that its policy says.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"
[ -n "${EVERYTHING:-}" ] || skip "only ./perceus test all runs it: its boots take long"
# shellcheck source=../selinux.sh
. "$ROOT/karaf-assembly/lab/selinux.sh"

# boots METHOD VM [ARGUMENTS OF vm_start]
boots() {
	method=$1 vm=$2 mac=$(random_mac)
	shift 2
	perceus node add --name "$vm" "$mac"
	perceus node set "method=$method" 'kernel-args=console=ttyS0,115200 panic=10 security=selinux selinux=1 enforcing=1' "$vm"
	vm_start "$vm" "$mac" --memory 2000 "$@"
	wait_state "$mac" ready "$boot_limit"
	check "$vm has a prompt" console_wait "$vm" 'root@[^ ]*#' 90
	equal "SELinux on $vm" "$(console_run "$vm" getenforce)" Enforcing
	equal "files of $vm with another label than the policy says" "$(selinux_wrong "$vm" | wc -l)" 0
	equal "who runs as init there" "$(console_run "$vm" 'ps -o label= 1' | cut -d : -f 3)" init_t
	say "memory of $vm: $(memory_of "$vm")"
}

# METHOD
is_refused_by() {
	perceus vnfs import --method "$1" selinux@2 "$LAB_DIR/root.tar" 2>&1 | grep 'SELinux is enforcing in the capsule'
}

e2e_lab
selinux_capsule "$LAB_DIR/root"
echo 'setting.capsule = selinux' | container_configure
container_start
capsule_import stateless-ram selinux@1 "$LAB_DIR/root.tar"
boots stateless-ram vm1
vm_stop vm1
boots stateful-disk vm2 --disk one:4G
for method in hybrid nfs-root; do check "$method refuses it with a sentence" is_refused_by "$method"; done
