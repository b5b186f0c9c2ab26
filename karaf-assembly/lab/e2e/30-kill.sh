#!/bin/sh
# The container is killed while it provisions a node: it comes back with all that it knew, and the node goes on.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

e2e_lab
e2e_container </dev/null
perceus node add --name spare 02:00:00:00:00:01
perceus group set x-rack=7 spares
mac=$(random_mac)
vm_start vm1 "$mac"
check "the node fetches its root" console_wait vm1 'fetch the root' "$boot_limit"
nodes=$(registry_of_nodes)
groups=$(perceus group list --json)
perceus group set x-rack=8 spares
container_kill9
equal "the container is gone" "$(process_id container || true)" ""
container_start
equal "nodes after the restart" "$(registry_of_nodes)" "$nodes"
equal "groups after the restart" "$(perceus group list --json)" "$(echo "$groups" | sed 's/"7"/"8"/')"
wait_state "$mac" ready "$boot_limit"
check "the node is what the registry says" prove vm1 "$(node_of_mac "$mac")"
