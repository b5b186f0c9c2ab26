#!/bin/sh
# A node that runs goes into its next boot by kexec: without its firmware, and without a byte of a capsule that it has kept.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

# how often its firmware's loader was heard of on the console
ipxe_starts() { console_text again | grep -c 'iPXE.*Open Source Network Boot Firmware' || true; }
bytes_to_node() { in_lab ip -s -j link show dev tap-again | jq '.[0].stats64.tx.bytes'; }
first_step() { perceus boot show --json "$1" | jq -r '.[0].events[0].step'; }

e2e_lab
e2e_container </dev/null
mac=$(random_mac)
perceus node add --name again "$mac"
perceus node set keep-image=yes again
vm_start again "$mac" --memory 2048
wait_state "$mac" ready "$boot_limit"
equal "iPXE on its console" "$(ipxe_starts)" 1
loads=$(perceus node list --json again | jq -r '.[0].settings | tostring')
first=$(boot_of again)
sent=$(bytes_to_node)

check "it is told" perceus node reboot --kexec again
await_next again "$first"
say "ready $(perceus boot list --json --limit 2 again | jq -r '
	map(.events[-1].at | sub("\\.[0-9]*"; "") | fromdate) | .[0] - .[1]') s after its system was left"
sent=$(($(bytes_to_node) - sent))
equal "its boot began by" "$(first_step again)" kexec
equal "iPXE on its console" "$(ipxe_starts)" 1
check "the capsule is not sent once more: $((sent / 1048576)) MiB" test "$sent" -lt 50000000
check "the key of the node was handed on: $(key_step again)" expr "$(key_step again)" : 'SHA256:[^ ]* is that of the node$'
equal "what it was told once is done" "$(perceus node list --json again | jq -r '.[0].settings | tostring')" "$loads"
equal "how the boot before ended" "$(perceus boot list --json --limit 2 again | jq -r '.[1].events[-1].detail')" "it restarts: by kexec"
check "the node is what the registry says" prove again again
equal "units that failed on the node" "$(console_run again 'systemctl --failed --plain --no-legend | wc -l')" 0
equal "artifacts that it keeps again" "$(console_run again 'ls /usr/lib/perceus/next/kept | wc -l')" 2
