# shellcheck shell=sh
# ./perceus demo: from nothing to nodes that are ready.

demo_usage() {
	cat <<'END_OF_TEXT'
usage: ./perceus demo [--method METHOD] [--module JAR]… [--set KEY=VALUE]… [--firmware bios|uefi] [--nodes N] [--keep]
       ./perceus demo --site [--keep]

Builds everything, starts the container in a network of its own, switches on N virtual machines that it has never seen,
shows how they boot, and asks each on its own console what it has become. Then it shows what is special to the method:

  nfs-root, hybrid  who serves the tree; that all nodes have the same one, cannot write to it, and see nothing of what others
                    write; and that a new version of their capsule leaves them undisturbed (three machines without --nodes)
  stateful-disk     a second start from the disk, with the container stopped

With --site it is three machines of one site, each by another method, with all that a site gives its nodes: files and templates,
scripts in each state, names, accounts, keys to log in by, a home over NFS, a bond with a VLAN. What is shown is asked on the
nodes' own consoles. The site's files are in karaf-assembly/lab/site.

--keep leaves it all running until Ctrl-C, for a look around with ./perceus node list and the like. --module puts a
provisioning module into the container's drop-in folder, and nodes use it. METHOD is one of Perceus, one that --module
brings, or an example of provisioning-modules/examples, which is built first; without it a method that --module brings is
used, else stateless-ram. --set gives all nodes a setting.
END_OF_TEXT
}

demo_main() {
	demo_arguments "$@"
	need_root demo "$@"
	# shellcheck disable=SC2046
	need $(machine_packages) $(recipe_packages) ${site:+$("$LAB_SCRIPTS/roots/build" --needs) openssh-client}
	dropped_check
	demo_method
	lab_guard
	if [ -n "$site" ]; then
		site_demo
		return
	fi
	drop_example "$method"
	build_distribution
	build_perceus_os
	build_capsule
	lab_up
	switch_up provision 10.10.0.1/24
	seed_sow "$method"
	{ lab_settings "$method" && dropped_settings && printf '%s' "$settings"; } | container_configure
	seed_plant
	began=$(now)
	container_start
	running_set "$LAB_RUN/perceus.sock"
	say "the container serves the lab's network, $(($(now) - began)) s after its start"
	perceus info
	demo_boot
	demo_prove
	say "$nodes of $nodes nodes ready and proven, $(($(now) - powered)) s after power-on"
	show "$method"
	[ -z "$keep" ] || demo_look_around
}

demo_arguments() {
	method='' firmware=bios nodes='' keep='' settings='' site=''
	while [ $# -gt 0 ]; do
		case $1 in
		--method | --module | --set | --firmware | --nodes)
			[ -n "${2:-}" ] || stop "$1 needs a value"
			case $1 in --method) method=$2 ;; --module) drop "$2" ;; --set) demo_set "$2" ;; --firmware) firmware=$2 ;; --nodes) nodes=$2 ;; esac
			shift
			;;
		--keep) keep=yes ;;
		--site) site=yes ;;
		--help | -h) demo_usage && exit ;;
		*) stop "demo does not know '$1': see ./perceus demo --help" ;;
		esac
		shift
	done
	case $firmware in bios | uefi) ;; *) stop "--firmware is bios or uefi, not '$firmware'" ;; esac
	case $nodes in *[!0-9]* | 0* | ????*) stop "--nodes is a number from 1 to 999, not '$nodes'" ;; esac
}

# demo_set KEY=VALUE gives all nodes a setting, by a line of a properties file
demo_set() {
	printf '%s\n' "$1" | grep -qx '[a-z][a-z0-9.-]*=.*' || stop "--set takes KEY=VALUE, not '$1'"
	settings="${settings}setting.${1%%=*} = $(printf '%s' "${1#*=}" | sed 's/[\\$]/\\&/g')
"
}

# the method that was asked for, else one that was dropped; and the machines that it takes
demo_method() {
	[ -n "$method" ] || method=$(dropped_of ProvisioningMethod | head -n 1)
	[ -n "$method" ] || method=stateless-ram
	demo_methods | grep -Fqx -e "$method" ||
		stop "there is no method '$method': use one of $(demo_methods | paste -s -d , | sed 's/,/, /g'), or bring it by --module JAR"
	[ -n "$nodes" ] || nodes=$(show_machines "$method")
}

# those of Perceus, the examples, and those that were dropped
demo_methods() {
	for folder in "$ROOT"/provisioning-modules/*/ "$ROOT"/provisioning-modules/examples/*/; do
		! grep -rqs 'implements ProvisioningMethod' "$folder/src/main/java" || basename "$folder"
	done
	dropped_of ProvisioningMethod
}

# the virtual machines share the processors, so each adds to the time that all may take
demo_boot() {
	limit=$((600 + 300 * nodes))
	follow_new_boots "$nodes" "$limit"
	powered=$(now)
	for number in $(seq "$nodes"); do
		mac=$(random_mac)
		say "switching on vm$number, a machine with $(accelerator) and the MAC $mac"
		echo "vm$number $mac" >>"$LAB_DIR/switched-on"
		demo_power_on "vm$number" "$mac"
	done
	follow_end || trouble "not every node became ready"
}

# demo_power_on VM MAC
demo_power_on() {
	case $method in
	stateful-disk) vm_start "$1" "$2" --firmware "$firmware" --disk "$1:8G" ;;
	*) vm_start "$1" "$2" --firmware "$firmware" ;;
	esac
}

demo_prove() {
	while read -r vm mac <&3; do
		node=$(node_of_mac "$mac")
		[ -n "$node" ] || trouble "the registry knows no node with the MAC $mac"
		[ "$(node_field "$node" state)" = ready ] || trouble "$node is $(node_field "$node" state), not ready"
		prove "$vm" "$node" "$method" || trouble "$node is not what the registry says"
		echo "$vm $mac $node" >>"$LAB_DIR/machines"
	done 3<"$LAB_DIR/switched-on"
	perceus node list
	each_machine demo_time_line
}

demo_time_line() { perceus boot show "$3"; }

# each_machine COMMAND… runs it with VM MAC NODE behind it for each machine that is proven
each_machine() {
	while read -r vm mac node <&3; do "$@" "$vm" "$mac" "$node" </dev/null; done 3<"$LAB_DIR/machines"
}

demo_look_around() {
	say "all is left running: try ./perceus node list in another terminal; Ctrl-C ends it"
	while [ -n "$(process_id container)" ]; do sleep 1; done
}
