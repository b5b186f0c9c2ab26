#!/bin/sh
# People log in to machines by their keys: root and an account with the number that it has everywhere. Each machine makes host keys
# of its own.
# shellcheck disable=SC2016 # commands are for the shell of the node
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"
# shellcheck source=../log-in.sh
. "$LAB_SCRIPTS/log-in.sh"

# is WHAT EXPECTED COMMAND
is() { equal "$1" "$(console_run "$node" "$3")" "$2"; }

# host_key NODE: as anybody sees it
host_key() { in_lab ssh-keyscan -t ed25519 "$(node_field "$1" address)" 2>/dev/null | cut -d ' ' -f 2-; }

command -v ssh-keyscan >/dev/null || skip "this test needs the package openssh-client"
e2e_lab
build_root debian-ssh
ssh-keygen -q -t ed25519 -N '' -C 'me@the server' -f "$LAB_DIR/key"
ssh-keygen -q -t ed25519 -N '' -f "$LAB_DIR/other-key"
key=$(cat "$LAB_DIR/key.pub")

{ lab_settings && echo "setting.capsule = debian-ssh"; } | container_configure
printf 'root:x:0:0:root:/root:/bin/bash\ncarol:x:2001:100:Carol:/home/carol:/bin/sh\nfar:x:9999:100::/home/far:/bin/sh\n' >"$LAB_DIR/passwd"
printf 'root:x:0:\nlab:x:2100:carol,alice\n' >"$LAB_DIR/group"
printf 'passwd = %s\ngroup = %s\npollMs = 200\n' "$LAB_DIR/passwd" "$LAB_DIR/group" >"$INSTANCE/etc/org.perceus.module.accounts.cfg"
container_start
capsule_import stateless-ram debian-ssh@1 "$CAPSULE"

for node in n1 n2; do
	random_mac >"$LAB_DIR/$node"
	perceus node add --name "$node" "$(cat "$LAB_DIR/$node")"
done
perceus node set "ssh-keys=$key; alice: $key; carol: $key" n1
perceus node set 'accounts=alice:1001:1001:/home/alice:/bin/bash' 'accounts-groups=audio::alice' accounts-of-server=2000-3000 accounts-homes=yes n1
perceus node set "ssh-keys=$(cat "$LAB_DIR/other-key.pub")" 'console=ttyS0,115200' n2
if perceus node set "ssh-keys=$(tr '\n' ' ' <"$LAB_DIR/key")" n2 2>/dev/null; then trouble "a private key was taken"; fi
if perceus node set 'accounts=alice:0' n2 2>/dev/null; then trouble "an account with the number of root was taken"; fi

for node in n1 n2; do vm_start "$node" "$(cat "$LAB_DIR/$node")"; done
for node in n1 n2; do
	wait_state "$(cat "$LAB_DIR/$node")" ready "$boot_limit"
	check "$node is what the registry says" prove "$node" "$node"
	equal "what has failed on $node" "$(failed_services "$node")" ""
done

equal "root logs in" "$(log_in root n1 'id -u; hostname' | paste -s -d ' ')" "0 n1"
equal "an account logs in" "$(log_in alice n1 'id -u; id -g; id -Gn; pwd; echo $SHELL' | paste -s -d ' ')" "1001 1001 alice audio lab /home/alice /bin/bash"
equal "an account of the server logs in" "$(log_in carol n1 'id -u; id -gn; id -Gn; touch mine; ls' | paste -s -d ' ')" "2001 users users lab mine"
if log_in root n2 true; then trouble "root logs in by the key of another node"; fi
if log_in far n1 true; then trouble "an account logs in that is not in the range"; fi

check "both have a host key" test -n "$(host_key n1)" -a -n "$(host_key n2)"
check "these are not the same" test "$(host_key n1)" != "$(host_key n2)"
node=n1
is "who may read keys" "600 root:root 600 alice:alice" 'echo $(stat -c "%a %U:%G" /root/.ssh/authorized_keys /home/alice/.ssh/authorized_keys)'
is "passwords of accounts" '* *' 'getent shadow alice carol | cut -d : -f 2 | paste -s -d " "'
is "who may read them" "640 root:shadow" 'stat -c "%a %U:%G" /etc/shadow'
node=n2
is "the consoles of a node that has a setting for them" "panic=10 console=ttyS0,115200" 'sed "s/.*init //" /proc/cmdline'
