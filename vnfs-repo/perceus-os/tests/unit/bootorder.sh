# shellcheck shell=sh disable=SC2154,SC2034,SC2317
# The boot order of UEFI firmware.

SYSFS=$PWD/sys
variables=$SYSFS/firmware/efi/efivars
global=8be4df61-93ca-11d2-aa0d-00e098032b8c
mkdir -p "$variables"

# NAME OCTETS as printf writes them
set_variable() {
	# shellcheck disable=SC2059
	printf "\\006\\000\\000\\000$2" >"$variables/$1-$global"
}

network='\x01\x00\x00\x00\x2a\x00P\x00\x00\x00\x03\x0b\x25\x00\x52\x54\x00\x12\x34\x56'
disk='\x01\x00\x00\x00\x2a\x00D\x00\x00\x00\x04\x01\x2a\x00\x01\x00'
step() { echo "$*" >>"$RUN/steps"; }
order() { od -An -v -t x1 "$variables/BootOrder-$global" | tr -d ' \n'; }

begun_by() {
	set_variable BootCurrent "$1"
	set_variable Boot0001 "$disk"
	set_variable Boot000A "$network"
}

test_the_network_comes_before_a_disk() {
	begun_by '\x0a\x00'
	set_variable BootOrder '\x01\x00\x02\x00\x0a\x00'
	network_first
	equal "$(order)" 070000000a0001000200
	equal "$(cat "$RUN/steps")" "put entry 000A, the network, first in the firmware's boot order"
}

test_an_entry_that_was_not_in_the_order_is_put_there() {
	begun_by '\x0a\x00'
	network_first
	equal "$(order)" 070000000a00
}

test_what_is_first_is_left_alone() {
	begun_by '\x0a\x00'
	set_variable BootOrder '\x0a\x00\x01\x00'
	network_first
	equal "$(order)" 060000000a000100
	refused test -e "$RUN/steps"
}

test_a_disk_that_goes_on_to_the_network_is_not_put_first() {
	begun_by '\x01\x00'
	set_variable BootOrder '\x0a\x00\x01\x00'
	network_first
	equal "$(order)" 060000000a000100
}

test_an_entry_that_is_gone_is_not_put_first() {
	set_variable BootCurrent '\x09\x00'
	set_variable BootOrder '\x01\x00'
	network_first
	equal "$(order)" 060000000100
}

test_a_firmware_that_takes_nothing_fails_no_boot() {
	begun_by '\x0a\x00'
	mkdir "$variables/BootOrder-$global"
	network_first
	contains "$(cat "$CONSOLE")" "does not take another boot order"
}

test_a_bios_has_none() {
	rm -r "$SYSFS/firmware"
	network_first
}
