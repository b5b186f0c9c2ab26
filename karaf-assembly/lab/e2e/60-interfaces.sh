#!/bin/sh
# The container serves one of two networks: machines on the other are heard by its host, but get no answer.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

# capture SWITCH writes what passes to SWITCH.txt, one packet a line
capture() { process_start "capture-$1" tcpdump -l -n -e -i "$1" 'udp port 67 or udp port 68 or udp port 69 or tcp port 9870'; }

# packets SWITCH REGEX counts them
packets() { grep -Ec -- "$2" "$LAB_DIR/logs/capture-$1.log" || true; }

# from_others SWITCH MAC counts the packets that another machine sent
from_others() { grep '^[0-9:.]* [0-9a-f:]\{17\} > ' "$LAB_DIR/logs/capture-$1.log" | grep -vc "^[0-9:.]* $2 > " || true; }

# stranger_of_mac MAC prints what a machine was lent that is no node
stranger_of_mac() { perceus stranger list --json | jq -r --arg mac "$1" '.[] | select(.mac == $mac) | .address'; }

e2e_lab
switch_up other 10.20.0.1/24
e2e_container </dev/null
served=$(random_mac)
stranger=$(random_mac)
capture provision
capture other
sleep 2
vm_start served "$served" --memory 256
vm_start stranger "$stranger" --memory 256 --switch other
deadline=$(($(now) + 240))
until [ "$(packets other "$stranger > .*DHCP, Request")" -ge 3 ] && [ "$(packets provision 'DHCP, Reply')" -ge 1 ]; do
	[ "$(now)" -lt "$deadline" ] || trouble "the machines asked too little: $(head -n 20 "$LAB_DIR"/logs/capture-*.log)"
	sleep 2
done
sleep 5
equal "packets for the stranger on its network" "$(from_others other "$stranger")" 0
check "the same question is answered on the network that is served" test "$(from_others provision "$served")" -gt 0
equal "the machine on the other network is known to nobody" "$(node_of_mac "$stranger")$(stranger_of_mac "$stranger")" ""
check "the machine that is served is known" test -n "$(node_of_mac "$served")$(stranger_of_mac "$served")"

# 10.20.0.1 belongs to the same host, so only how the sockets are bound keeps this door shut
reachable() { in_lab timeout 5 socat -u /dev/null "TCP:$1:9870,connect-timeout=3" 2>/dev/null; }
check "HTTP is open on the served address" reachable 10.10.0.1
if reachable 10.20.0.1; then trouble "HTTP is open on an address that is not served"; fi
say "right: HTTP is closed on the other address"
