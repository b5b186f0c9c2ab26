#!/bin/sh
# A machine runs the site's scripts of each state in order, with one that is overridden, one that is switched off and one that the
# server executes; the time-line names the line of one that fails and may, and of one that may not.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

# script STATE/SCOPE/NAME: its text is standard input
script() {
	mkdir -p "$INSTANCE/site/scripts/$(dirname "$1")"
	cat >"$INSTANCE/site/scripts/$1"
}

# what the scripts below have noted, on one line
notes() { console_run machine "paste -s -d ' ' /etc/proof/$1"; }

# time_line REGEX
time_line() { perceus boot show n0000 | tr '\n' ' ' | tr -s ' ' | grep -Eq -- "$1"; }

e2e_lab
script init/all/10-note <<'END_OF_FILE'
echo init >"$RUN/order"
END_OF_FILE
script init/all/20-note <<'END_OF_FILE'
cat "$RUN/order" - <<END | write_file etc/proof/init 0644
of $PERCEUS_MAC
END
END_OF_FILE
script init/all/30-fails <<'END_OF_FILE'
# perceus: on-failure=continue
link_file x ../../etc/x
END_OF_FILE
script start/all/10-first <<'END_OF_FILE'
echo first >>/etc/proof/start
END_OF_FILE
script start/all/20-second <<'END_OF_FILE'
echo wrong >>/etc/proof/start
END_OF_FILE
script start/node/n0000/20-second <<'END_OF_FILE'
#!/bin/bash
words=(second "it's")
printf '%s\n' "${words[@]}" >>/etc/proof/start
END_OF_FILE
script start/all/30-off <<'END_OF_FILE'
echo wrong >>/etc/proof/start
END_OF_FILE
script start/node/n0000/30-off </dev/null
script start/all/40-fails <<'END_OF_FILE'
#!/bin/sh
# perceus: on-failure=continue
echo fourth >>/etc/proof/start
ls /no-such-folder
END_OF_FILE
script start/all/50-last <<'END_OF_FILE'
echo last >>/etc/proof/start
END_OF_FILE
script ready/all/10-rack <<'END_OF_FILE'
#!/bin/sh
# executed on the server
[ -n "${SETTING_X_RACK:-}" ] || { echo "$NODENAME has no setting x-rack" >&2; exit 1; }
echo "echo 'rack $SETTING_X_RACK of $NODENAME, by $(id -un)' >/etc/proof/ready"
END_OF_FILE
chmod 755 "$INSTANCE/site/scripts/ready/all/10-rack"
script shutdown/all/10-note <<'END_OF_FILE'
echo "the last script has run" >/dev/console
END_OF_FILE
script x-drain/all/10-note <<'END_OF_FILE'
echo drained >>/etc/proof/drain
END_OF_FILE
e2e_container </dev/null

mac=$(random_mac)
perceus node add "$mac"
vm_start machine "$mac"
check "a script that fails on the server keeps the node waiting" \
	console_wait machine "waiting: .*ready/all/10-rack.* ended with status 1: n0000 has no setting x-rack" "$boot_limit"
perceus node set x-rack=b7 n0000
wait_state "$mac" ready "$boot_limit"
check "the node is what the registry says" prove machine n0000
equal "scripts of Perceus OS" "$(notes init)" "init of $mac"
equal "scripts of the start, one overridden and one switched off" "$(notes start)" "first second it's fourth last"
equal "a script that the server executed" "$(notes ready)" "rack b7 of n0000, by nobody"
check "the time-line names what failed in Perceus OS" time_line "the script init 30-fails failed at line 2: '\.\./\.\./etc/x'"
check "the time-line names the line of what failed at the start" \
	time_line "ready .*the script start 40-fails failed with status [0-9]+ at line 4: .*no-such-folder"
equal "what the node would run at its start" \
	"$(perceus node script list --json --state start n0000 | jq -r '.[] | .from')" "start/all/10-first
start/node/n0000/20-second
start/all/40-fails
start/all/50-last"
equal "what the server printed" "$(perceus node script show --state ready n0000 10-rack)" \
	"echo 'rack b7 of n0000, by nobody' >/etc/proof/ready"

console_run machine '/usr/lib/perceus/state x-drain' || trouble "the node could not enter a state of the site"
equal "a script of a state of the site's own" "$(notes drain)" drained
check "the time-line has the state" time_line 'ready state x-drain'

# the next boot must not become ready
script ready/all/50-fails <<'END_OF_FILE'
#!/bin/sh
true
exit 3
END_OF_FILE
sleep 5
console_run machine '{ (sleep 2; reboot) >/dev/null 2>&1 & }' >/dev/null
check "the script of the shutdown runs" console_wait machine 'the last script has run' 120
deadline=$(($(now) + boot_limit))
until [ "$(node_field n0000 state)" = failed ]; do
	[ "$(now)" -lt "$deadline" ] || trouble "n0000 is $(node_field n0000 state) and not failed"
	sleep 3
done
check "the time-line names the line after which the node must not go on" \
	time_line "failed .*the script ready 50-fails failed with status 3 at line 3"
equal "a script that fails does not keep those before it from running" "$(notes ready)" "rack b7 of n0000, by nobody"
equal "how the boot before ended" "$(perceus boot list --json n0000 | jq -r '.[1].state')" off
