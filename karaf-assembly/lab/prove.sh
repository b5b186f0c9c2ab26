# shellcheck shell=sh
# Proof, from a node's own console, that it is the node that the registry speaks of.

# node_field NODE FIELD prints what the registry says of a node
node_field() { perceus node status --json "$1" | jq -r ".[0].$2 // empty"; }

node_of_mac() { perceus node list --json | jq -r --arg mac "$1" '.[] | select(.mac == $mac) | .name'; }

# the kernel of the capsule's root
capsule_kernel() { sed -n 's/^kernel-version=//p' "$CAPSULE.manifest"; }

# how a shell of root shows that it waits, whichever shell it is
PROMPT='(^|root@)[a-z0-9.-]+:[^ ]*#|^# '

# prove VM NODE [METHOD] asks the shell on the console of the virtual machine, with what any system has, and compares
prove() {
	console_wait "$1" "$PROMPT" 90 || doubt "$2 shows no prompt on its console" || return 1
	prove_is "$1" "$2" "its host name" "$2" 'hostname' || return 1
	prove_is "$1" "$2" "all its addresses" "$(node_field "$2" address)" "$ADDRESSES" || return 1
	prove_is "$1" "$2" "its kernel" "$(capsule_kernel)" 'uname -r' || return 1
	proven_root=$(root_type "${3:-stateless-ram}")
	[ -z "$proven_root" ] || prove_is "$1" "$2" "the type of its root" "$proven_root" "$ROOT_TYPE | sed 's/^rootfs\$/ram/; s/^tmpfs\$/ram/'" || return 1
	say "$2: its root is $(console_run "$1" "$ROOT_MOUNT | tr '\\n' ' '; df -m / | tail -n 1 | tr -s ' '"), its memory $(memory_of "$1")"
}

# what is asked there: a later mount of / hides those before
ADDRESSES="ip -4 -o addr show | sed '/ lo /d; s/.* inet //; s/[ \/].*//'"
ROOT_MOUNT="awk '\$2 == \"/\" { last = \$1 \" \" \$3 } END { print last }' /proc/mounts"
ROOT_TYPE="$ROOT_MOUNT | sed 's/.* //'"

# what a system says of services that failed, one a line; nothing where its init keeps no account of that
# rc-status ends with 1 where nothing has crashed
failed_services() {
	console_run "$1" 'if [ -d /run/systemd/system ]; then systemctl --failed --plain --no-legend --no-pager; elif command -v rc-status >/dev/null; then rc-status --crashed || [ $? -eq 1 ]; fi'
}

# what the method's root is called in /proc/mounts; nothing for a method of somebody else
root_type() {
	case $1 in
	stateless-ram | hybrid) echo ram ;;
	nfs-root | squashfs-overlay) echo overlay ;;
	stateful-disk) echo ext4 ;;
	esac
}

# what no process can have, files in RAM included
memory_of() {
	console_run "$1" "awk '/^MemTotal/ { all = \$2 } /^MemAvailable/ { print int((all - \$2) / 1024), \"of\", int(all / 1024), \"MiB used\" }' /proc/meminfo"
}

# prove_is VM NODE WHAT EXPECTED COMMAND
prove_is() {
	found=$(console_run "$1" "$5" 60) || doubt "$2: the command '$5' failed on its console" || return 1
	[ "$found" = "$4" ] || doubt "$2: $3 is '$found' where '$4' was expected" || return 1
	say "$2: $3 is $found"
}

doubt() {
	say "$1" >&2
	return 1
}
