#!/bin/sh
# A node is tied to the key that its machine shows. After a cold start that is another one, and where it is asked for the machine waits, and
# is told of, until the node is armed.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

# as the machine says it on its console
shown_key() { console_text keyed | sed -n 's/.*the key of this machine is \(SHA256:[A-Za-z0-9+/]*\).*/\1/p' | tail -n 1; }
setting() { perceus node list --json "$mac" | jq -r --arg key "$1" '.[0].settings[$key].value // "none"'; }

e2e_lab
e2e_container <<'END_OF_FILE'
approve = manual
END_OF_FILE
mac=$(random_mac)
vm_start keyed "$mac"
wait_state "$mac" waiting "$boot_limit"
first=$(shown_key)
check "the machine says its key on the console: $first" test -n "$first"
equal "what is told as it is approved" "$(perceus node approve "$mac" | grep -o 'SHA256:.*')" "$first"
wait_state "$mac" ready "$boot_limit"
equal "the key that the node is tied to" "$(setting key | cut -d ' ' -f 1)" "$first"
equal "what the time-line says of it" "$(key_step "$mac")" "$first is that of the node from now on"
equal "who reads the key on the node" "$(console_run keyed 'stat -c "%a %U" /etc/perceus/node.key')" "600 root"
began=$(boot_of "$mac")

perceus node set proof=key "$mac"
vm_stop keyed
vm_start keyed "$mac"
wait_state "$mac" waiting "$boot_limit"
second=$(shown_key)
check "a cold start makes another key: $second" test "$second" != "$first"
check "the node says why it waits" expr "$(perceus node status "$mac")" : '.*it shows another key than the one that its node is tied to'
check "the console says it, too" console_wait keyed 'waiting: it shows another key' 60
check "the administrator is told" expr "$(perceus info)" : '.*it shows another key than the one that its node is tied to'
equal "what is told of the machine" "$(stranger_sentence "$mac")" "it shows another key than the one that its node is tied to"
equal "the key of the node meanwhile" "$(setting key | cut -d ' ' -f 1)" "$first"

perceus node arm --for 5m "$mac"
await_next "$mac" "$began"
equal "the key that the node is tied to" "$(setting key | cut -d ' ' -f 1)" "$second"
equal "until when it is armed" "$(setting armed)" none
check "the node is what the registry says" prove keyed "$(node_of_mac "$mac")"
