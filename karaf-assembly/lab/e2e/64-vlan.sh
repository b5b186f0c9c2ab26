#!/bin/sh
# Machines that the provisioning network reaches by a tag: one whose UEFI firmware is told the VLAN, and one whose network card tags by itself
# while its BIOS boots, so that nobody but the registry can tell Perceus OS. By "./perceus test all" by the other methods, too.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

vlan=12
# what is sent and comes is whole frames, as on a wire
card=virtio-net-pci,csum=off,gso=off,guest_csum=off,guest_tso4=off,guest_tso6=off,guest_ecn=off,guest_ufo=off

# on_port NAME VLAN: what the machine sends and gets has that tag and nothing else reaches it; 0: it has none
on_port() {
	machine=$(printf '%.15s' "tap-$1")
	# what is here is a wire and answers nobody
	in_lab ip link set dev "$machine" nomaster arp off
	process_end "port-$1" TERM 5 2>/dev/null || true
	process_start "port-$1" "$LAB_SCRIPTS/vlan-port" "$machine" "wire-$1" "$2"
}

# wire_up NAME: from the port of a machine to the switch
wire_up() {
	in_lab ip link add "wire-$1" type veth peer name "plug-$1"
	in_lab ip link set "wire-$1" arp off up
	in_lab ip link set "plug-$1" master provision up
	for device in "wire-$1" "plug-$1"; do in_lab ethtool -K "$device" tx off gso off tso off gro off >/dev/null; done
}

# is_tagged NAME [METHOD]: it is what it should be, and has its address on the VLAN alone
is_tagged() {
	check "$1 is what the registry says" prove "$1" "$(node_of_mac "$mac")" "${2:-stateless-ram}"
	equal "where $1 has its address" "$(console_run "$1" "ip -o -4 address show | grep -v ' lo ' | tr -s ' ' | cut -d ' ' -f 2")" "boot.$vlan"
	equal "units that failed on $1" "$(console_run "$1" 'systemctl --failed --plain --no-legend | wc -l')" 0
}

e2e_lab
e2e_container </dev/null
in_lab ip link set provision mtu 1496
in_lab ethtool -K provision tx off gso off tso off gro off >/dev/null

say "UEFI firmware that has been told the VLAN"
mac=$(random_mac)
wire_up uefi
vm_start uefi "$mac" --card "$card" --firmware uefi --vlan "$vlan"
on_port uefi "$vlan"
wait_state "$mac" ready "$boot_limit"
is_tagged uefi
vm_stop uefi
uefi=$mac
[ -n "${EVERYTHING:-}" ] || exit 0

say "a card that tags by itself, and a restart without firmware"
mac=$(random_mac)
perceus node add --name bios "$mac"
perceus node set "boot-vlan=$vlan" bios
wire_up bios
vm_start bios "$mac" --card "$card"
on_port bios 0
console_wait bios 'perceus: Perceus OS' 300 || trouble "Perceus OS does not start: $(console_text bios | tail -n 20)"
on_port bios "$vlan"
wait_state "$mac" ready "$boot_limit"
is_tagged bios
first=$(boot_of bios)
check "it is told" perceus node reboot --kexec bios
await_next bios "$first"
is_tagged bios
vm_stop bios

say "a root over the VLAN"
perceus node set method=nfs-root "$uefi"
first=$(boot_of "$uefi") mac=$uefi
vm_start uefi "$uefi" --card "$card" --firmware uefi --vlan "$vlan"
on_port uefi "$vlan"
await_next "$uefi" "$first"
is_tagged uefi nfs-root
