#!/bin/sh
# perceus up has a device served by what it hears there, in full where nobody gives addresses and as a proxy beside who does; what it
# writes works as it stands, and nothing that is there is overwritten.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

# up WORD… : its output is in up.txt, its exit code in $code
up() {
	code=0
	in_lab timeout 180 env "KARAF_BASE=$INSTANCE" "$PERCEUS_HOME/bin/perceus" up "$@" >"$LAB_DIR/up.txt" 2>&1 </dev/null || code=$?
}

# says CODE REGEX : what the last up came to
says() {
	equal "exit code" "$code" "$1"
	grep -Eq "$2" "$LAB_DIR/up.txt" || trouble "'$2' is not said in: $(cat "$LAB_DIR/up.txt")"
	say "right: $(grep -E "$2" "$LAB_DIR/up.txt" | head -n 1)"
}

holds() { equal "$1" "$(cat "$INSTANCE/etc/$1")" "$2"; }

# what the doctor finds wrong
ailments() {
	in_lab timeout 120 env "KARAF_BASE=$INSTANCE" "$PERCEUS_HOME/bin/perceus" doctor --json --quick provision >"$LAB_DIR/doctor.json" || true
	jq -r '.[] | select(.severity == "problem" or .severity == "warning") | "\(.severity) \(.check): \(.sentence)"' "$LAB_DIR/doctor.json"
}

# the container that up has started ends with the lab, as one of its own does
adopt() { process_note container "$(cat "$INSTANCE/data/karaf.pid")"; }

proxy_serves() { perceus info 2>/dev/null | grep -q '^serves .*proxy-dhcp.*tftp.*http'; }

network=org.perceus.node.network-provision.cfg served=org.perceus.boot.interface-provision.cfg

e2e_lab
e2e_configure stateless-ram </dev/null
rm "$INSTANCE/etc/$served" "$INSTANCE/etc/org.perceus.node.network-lab.cfg"
seed_plant

up eth7 --yes
says 1 'there is no device eth7'
in_lab ip link add cold type bridge
up cold --yes
says 1 'cold is switched off: ip link set cold up$'
in_lab ip link set cold up
up cold --yes
says 1 'cold has no IPv4 address: ip addr add ADDRESS/24 dev cold$'

# alone
up provision --yes --no-start
says 0 'no DHCP server gives addresses on provision: Perceus gives them'
says 0 'bin/start, then perceus doctor provision$'
holds "$served" "$(printf 'device = provision\ndhcp = full')"
holds "$network" "$(printf 'name = provision\nsubnet = 10.10.0.0/24\npool = 10.10.0.128-10.10.0.254')"
up provision --yes --proxy --no-start
says 0 'provision is up already'
holds "$served" "$(printf 'device = provision\ndhcp = full')"
rm "$INSTANCE/etc/$served"
up provision --yes
says 1 "$network is there already, and is not overwritten: nothing was written"
[ ! -e "$INSTANCE/etc/$served" ] || trouble "one of two files was written"
rm "$INSTANCE/etc/$network"

# beside dnsmasq, which stays as it is
site_server_start dnsmasq
up provision --yes
adopt
says 0 'the DHCP server 10\.10\.0\.2 \(card [0-9a-f:]{17}\) gives addresses on provision and goes on to'
cat "$LAB_DIR/up.txt"
holds "$served" "$(printf 'device = provision\ndhcp = proxy')"
holds "$network" "$(printf 'name = provision\nsubnet = 10.10.0.0/24')"
says 0 'started; next: perceus doctor provision$'
container_wait 60 proxy_serves
say "right: $(perceus info | grep '^serves ')"
equal "what the doctor finds wrong" "$(ailments)" ""
check_running() {
	switch_up second 10.20.0.1/24
	up second --yes
	says 0 'the container that runs takes it over at once, then perceus doctor second$'
	container_wait 30 second_serves
	say "right: $(perceus info | grep '10\.20\.0\.1 ')"
}
second_serves() { perceus info | grep -q 'second 10\.20\.0\.1 .*: dhcp, tftp, http'; }

jq -r '.[] | select(.check == "dhcp" or .check == "mode" or .check == "boot files") | "right: \(.sentence)"' "$LAB_DIR/doctor.json"

# while the container runs
check_running
