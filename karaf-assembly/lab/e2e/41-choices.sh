#!/bin/sh
# What a node does when it boots from the network: its disk, a shell, a test of its memory, or to wait; for good or once.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

# a disk that somebody installed: its boot sector says so on the first serial port, by the BIOS
installed_disk() {
	vm_disk "$1:64M"
	{
		printf '\061\300\216\330\276\030\174\374\061\322\254\204\300\164\006\264\001\315\024\353\365\364\353\375'
		printf 'This is what somebody installed.\r\n'
	} | dd of="$LAB_DIR/$1.disk" conv=notrunc status=none
	printf '\125\252' | dd of="$LAB_DIR/$1.disk" bs=1 seek=510 conv=notrunc status=none
}

starts_the_disk() { check "$1 starts what its disk has" console_wait "$1" 'This is what somebody installed' "$boot_limit"; }

is_spent() { ! perceus node list --json choosy | jq -e '.[0].settings["boot-next"]' >/dev/null; }

says_why() { node_field "$1" reason | grep -q -- "$2"; }

says_in() { perceus boot show --json "$1" | jq -r '.. | strings' | grep -qF -- "$2"; }

seconds_for() {
	deadline=$(($(now) + boot_limit))
	until "$@"; do
		[ "$(now)" -lt "$deadline" ] || return 1
		sleep 1
	done
}

e2e_lab
seed_sow nfs-root
e2e_container_for nfs-root </dev/null
mac=$(random_mac)
perceus node add --name choosy "$mac"
installed_disk foreign
power_on() { vm_start choosy "$mac" --disk foreign:64M "$@"; }

perceus node set boot=disk choosy
power_on
starts_the_disk choosy
equal "boots of a node that is left to its disk" "$(perceus boot list --json | jq length)" 0
vm_stop choosy

perceus node set boot= boot-next=disk choosy
power_on
starts_the_disk choosy
check "the time-line says so" seconds_for says_in choosy 'start from its disk'
check "what it was told once is done" is_spent
vm_stop choosy

perceus node set boot-next=rescue choosy
perceus node disable choosy
power_on
wait_state "$mac" waiting "$boot_limit"
check "its state says that a shell is open" seconds_for says_why choosy 'a shell is open'
check "the shell of Perceus OS reads what is typed" console_wait choosy 'a shell on the console' 60
equal "a command there" "$(console_run choosy 'test -x /init && echo in Perceus OS')" "in Perceus OS"
echo exit | socat -t 2 - "UNIX-CONNECT:$LAB_RUN/choosy.console" >/dev/null
check "after the shell it is disabled" seconds_for says_why choosy 'choosy is disabled: perceus node enable choosy'
perceus node enable choosy
wait_state "$mac" ready "$boot_limit"
vm_stop choosy

perceus node set boot=memtest choosy
for firmware in bios uefi; do
	# the test writes to a screen as well, and with UEFI to nothing without one
	power_on --firmware "$firmware" --screen
	check "its memory is tested ($firmware)" console_wait choosy 'Memtest86' "$boot_limit"
	vm_stop choosy
done
