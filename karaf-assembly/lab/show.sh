# shellcheck shell=sh disable=SC2154
# What a demonstration shows of a method beyond the proof that each node is what the registry says.

# how many machines that takes when nobody says
show_machines() {
	case $1 in
	nfs-root | hybrid) echo 3 ;;
	*) echo 1 ;;
	esac
}

show() {
	[ -z "$DROPPED" ] || show_modules
	case $1 in
	nfs-root | hybrid) show_tree "$1" ;;
	stateful-disk) show_disk ;;
	esac
}

show_modules() {
	say "what nodes use, dropped modules among it: perceus module list"
	perceus module list
}

# all on one tree, each for itself, and a new version of the capsule while they run
show_tree() {
	say "the server of the tree: perceus module info nfs-root"
	perceus module info nfs-root
	equal "trees for $nodes nodes" "$(trees | wc -l)" 1
	tree=$(trees)
	trees_watch
	each_machine show_tree_of
	each_machine show_writing
	each_machine show_what_was_written
	say "a new version of the capsule, while the nodes run"
	trees_add "$1"
	say "what nodes get from their next boot on: perceus vnfs list"
	perceus vnfs list
	equal "trees on the server" "$(trees | wc -l)" 2
	each_machine show_undisturbed
	equal "files of the first tree that were changed" "$(tree_changes "$tree")" 0
}

show_tree_of() {
	say "$3 has of the server: $(console_run "$1" 'findmnt -n -o SOURCE,TARGET,FSTYPE -t nfs4 | tr -s " "')"
	check "$3 cannot write to the tree" tree_refuses "$1"
}

show_writing() { check "$3 writes into its root" console_run "$1" "echo $3 >/etc/written-by-$3"; }

show_what_was_written() { equal "what $3 sees of all that was written" "$(console_run "$1" 'cat /etc/written-by-*')" "$3"; }

show_undisturbed() {
	check "$3 reads on from its tree" tree_reads "$1"
	check "$3 still has the version that it started with" tree_is_first "$1"
	equal "the state of $3" "$(node_field "$3" state)" ready
}

# the same machine, switched off and on while there is no container
show_disk() {
	each_machine show_root_before
	say "the container is stopped, and the power of each machine is cut and comes back"
	container_stop
	[ "$firmware" = bios ] || say "their firmware asks the network for some minutes before it tries the disk"
	cut=$(now)
	each_machine show_power_cut
	each_machine show_disk_start
	say "the container starts again"
	container_start
}

show_root_before() { disk_root "$1" >"$LAB_DIR/root-of-$1"; }

show_power_cut() {
	vm_cut "$1"
	demo_power_on "$1" "$2"
}

show_disk_start() {
	disk_starts "$1" "$3" "$(cat "$LAB_DIR/root-of-$1")" "$limit"
	say "$3 is back from its disk $(($(now) - cut)) s after the power cut: its root is $(console_run "$1" 'findmnt -n -o SOURCE,FSTYPE,SIZE,USED / | tr -s " "'), its memory $(memory_of "$1")"
}
