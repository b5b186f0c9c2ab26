#!/bin/sh
# A machine with UEFI firmware and a network card without a ROM becomes a node, and its firmware begins with the network from then on.
# shellcheck disable=SC2016 # commands are for the shell of the node
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

e2e_lab
e2e_container </dev/null
mac=$(random_mac)
vm_start vm1 "$mac" --firmware uefi --own-order
wait_state "$mac" ready "$boot_limit"
check "the node is what the registry says" prove vm1 "$(node_of_mac "$mac")"
variables='mountpoint -q /sys/firmware/efi/efivars || mount -t efivarfs efivarfs /sys/firmware/efi/efivars; cd /sys/firmware/efi/efivars'
entry='od -An -t x1 NAME-8be4df61-93ca-11d2-aa0d-00e098032b8c | tr -d " \n" | cut -c 9-12'
current=$(console_run vm1 "$variables && $(echo "$entry" | sed s/NAME/BootCurrent/)")
check "it was begun by an entry of its firmware ($current)" expr "$current" : '[0-9a-f]\{4\}$'
equal "the first of the firmware's boot order" "$(console_run vm1 "$variables && $(echo "$entry" | sed s/NAME/BootOrder/)")" "$current"
perceus boot show "$mac" >"$LAB_DIR/shown"
check "the time-line says that it was put there" grep -q "first in the firmware's boot order" "$LAB_DIR/shown"
