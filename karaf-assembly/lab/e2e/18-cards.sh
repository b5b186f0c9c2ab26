#!/bin/sh
# A machine with two cards on one network, whose firmware boots by the one that does not have its node's MAC.
# shellcheck disable=SC2016 # commands are for the shell of the node
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

# card MAC: the name of the node's card, and its addresses
card='for link in /sys/class/net/*; do
	[ "$(cat $link/address)" != MAC ] || { echo $(ip -4 -o addr show dev ${link##*/} | tr -s " " | cut -d " " -f 4); }
done'

addresses_of() { console_run vm1 "$(echo "$card" | sed "s/MAC/$1/" | tr '\n' ' ')"; }

e2e_lab
e2e_container </dev/null
first=$(random_mac) second=$(random_mac)
perceus node add --name both --address 10.10.0.40 "$first"
perceus node set "cards=$second" both
if perceus node add "$second" 2>/dev/null; then trouble "a card of a node became another node"; fi
vm_start vm1 "$second" --also "provision=$first"
wait_state "$first" ready "$boot_limit"
equal "nodes" "$(perceus node list --json | jq -r 'map(.name) | join(" ")')" both
console_wait vm1 "$PROMPT" 90 || trouble "it shows no prompt on its console"
equal "addresses of the card that it was booted by" "$(addresses_of "$second")" 10.10.0.40/24
equal "addresses of the other one" "$(addresses_of "$first")" ''
equal "strangers" "$(perceus stranger list --json)" '[]'
