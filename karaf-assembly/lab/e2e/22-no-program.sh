#!/bin/sh
# Machines for which Perceus has no program get an address, no program of others, and a line that says why: x86 with a UEFI of 32 bits,
# and Arm with U-Boot, which looks for configurations by itself.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

# fate_await MAC SENTENCE
fate_await() {
	deadline=$(($(now) + 120))
	until [ "$(stranger_sentence "$1")" = "$2" ]; do
		[ "$(now)" -lt "$deadline" ] || trouble "of $1 the list of strangers says '$(stranger_sentence "$1")', not '$2'"
		sleep 1
	done
	say "right: of $1 the list of strangers says that $2"
}

# arm_start NAME MAC: an Arm machine with U-Boot for its firmware
arm_start() {
	tap_up "tap-$1" provision
	process_start "$1" qemu-system-aarch64 -name "$1" -machine virt -cpu cortex-a53 -m 256 -nodefaults -display none \
		-bios /usr/lib/u-boot/qemu_arm64/u-boot.bin -netdev "tap,id=net,ifname=tap-$1,script=no,downscript=no" \
		-device "e1000,netdev=net,mac=$2,romfile=" \
		-chardev "socket,id=console,path=$LAB_RUN/$1.console,server=on,wait=off,logfile=$LAB_DIR/consoles/$1.log" \
		-serial chardev:console
}

# arm_types NAME COMMAND…: at the prompt of U-Boot, which reads a line when it has done with the one before
arm_types() {
	arm=$1
	shift
	for line in "$@"; do
		prompts=$(arm_prompts)
		echo "$line" | socat - "UNIX-CONNECT:$LAB_RUN/$arm.console" >/dev/null
		deadline=$(($(now) + 60))
		until [ "$(arm_prompts)" -gt "$prompts" ]; do
			[ "$(now)" -lt "$deadline" ] || trouble "U-Boot does not return from '$line': $(console_text "$arm" | tail -n 20)"
			sleep 0.5
		done
	done
}

arm_prompts() { console_text "$arm" | grep -c '^=> ' || true; }

console_shows() { console_wait "$1" "$2" "$3" || trouble "the console of $1 does not show $2: $(console_text "$1" | tail -n 20)"; }

e2e_lab
e2e_container </dev/null
old=$(random_mac)
board=$(random_mac)
vm_start uefi32 "$old" --firmware uefi32 --memory 256
arm_start arm "$board"
# by itself it asks as U-Boot, and then as UEFI
console_shows arm '=> ' 120
arm_types arm dhcp 'setenv serverip 10.10.0.1' 'pxe get && pxe boot'
console_shows arm 'Perceus has no system for this machine' 60
fate_await "$board" "it is Arm with U-Boot, for which Perceus OS has no boot program that U_BOOT loads"
fate_await "$old" "it is x86 with 32-bit UEFI, for which Perceus OS has no boot program that PXE loads"
equal "nodes" "$(registry_of_nodes)" '[]'
equal "files that were fetched, the configuration for U-Boot" "$(perceus info --counters --json | jq '.counters["tftp.provision.completed"]')" 1
