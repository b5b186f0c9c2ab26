#!/bin/sh
# A machine with two cards on one network, whose firmware boots by the one that does not have its node's MAC.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

# addresses_of MAC: those of the node's card with it
addresses_of() {
	console_run vm1 "ip -o link | grep -F $1 | cut -d : -f 2 | xargs -n 1 ip -4 -o addr show dev | tr -s ' ' | cut -d ' ' -f 4"
}

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
