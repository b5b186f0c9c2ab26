#!/bin/sh
# Whatever nonsense a command is given, it says in one sentence what is wrong, and changes nothing.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

e2e_lab
e2e_container </dev/null
perceus node add 02:00:00:00:00:01
perceus group set x-rack=7 spares

everything() {
	registry_of_nodes
	perceus group list --json
	perceus vnfs list --json
}

# refused WORDS… : the words of a command that has to fail
refused() {
	code=0
	perceus "$@" >"$LAB_DIR/out" 2>"$LAB_DIR/err" || code=$?
	words=$(printf '%s' "$*" | tr '\n' ' ' | cut -c 1-60)
	[ "$code" -ne 0 ] || trouble "'$words' was accepted"
	is_sentence || trouble "'$words' got no sentence, but: $(head -c 2000 "$LAB_DIR/out" "$LAB_DIR/err")"
	[ "$(everything)" = "$before" ] || trouble "'$words' was refused, but changed something"
	say "right: '$words': $(tail -n 1 "$LAB_DIR/err")"
}

# refused_dry_or_not NOUN VERB WORDS… : what fails as a dry run with the very words of the deed
refused_dry_or_not() {
	noun=$1 verb=$2
	shift 2
	refused "$noun" "$verb" --dry-run "$@"
	cp "$LAB_DIR/err" "$LAB_DIR/err.dry"
	refused "$noun" "$verb" "$@"
	cmp -s "$LAB_DIR/err" "$LAB_DIR/err.dry" || trouble "the dry run of '$noun $verb $*' says something else"
}

is_sentence() {
	[ "$(grep -c '^perceus: ' "$LAB_DIR/err")" -eq 1 ] && [ ! -s "$LAB_DIR/out" ] && ! grep -q 'Exception\|	at ' "$LAB_DIR/err"
}

before=$(everything)
long=$(printf 'x%.0s' $(seq 300))
refused node add 52:54:00:12:34
refused node add 02:00:00:00:00:01
refused node add zz:zz:zz:zz:zz:zz
refused node add ff:ff:ff:ff:ff:ff
refused node add 02:00:00:00:00:02 --name 'n1;reboot'
refused node add 02:00:00:00:00:02 --name "$long"
refused node add 02:00:00:00:00:02 --name n0000
refused node add 02:00:00:00:00:02 --address 10.10.0.256
refused node add 02:00:00:00:00:02 --address 192.0.2.7
for address in 10.10.0.0 10.10.0.255 10.10.0.1 10.10.0.021 10.10.1 0x0a.10.0.21 168427541 ' 10.10.0.21' banana; do
	refused_dry_or_not node add 02:00:00:00:00:02 --address "$address"
	refused_dry_or_not node set "address=$address" n0000
done
for name in localhost 7 0x10 'n 1'; do
	refused_dry_or_not node add 02:00:00:00:00:02 --name "$name"
	refused_dry_or_not node set "name=$name" n0000
done
perceus node add 02:00:00:00:00:09 --name taken
before=$(everything)
refused_dry_or_not node set name=taken n0000
refused_dry_or_not node set name=other n0000 taken
refused_dry_or_not group set name=foo spares
refused_dry_or_not group set 'interfaces=eth1 address=10.20.0.5/24' spares
refused_dry_or_not group set 'interfaces=* eth1:10.20.0.5/255.255.255.0' spares
refused_dry_or_not group set 'interfaces=eth1 mac=02:00:00:00:00:77 dhcp' spares
refused_dry_or_not group set slurm='a b;c' spares
refused node add 02:00:00:00:00:02 --no-such-option
refused node set capsule=no-such-capsule n0000
refused node set method=no-such-method n0000
refused node set modules=hostname,no-such-module n0000
refused node set 'BAD KEY=1' n0000
for setting in enabled=0 nmae=foo vnfs=debian-12 approved=no rack=7 filesystem=btrfs raid=5; do
	refused_dry_or_not node set "$setting" n0000
	refused_dry_or_not group set "$setting" spares
done
refused_dry_or_not node set --force retries=many n0000
refused_dry_or_not group set --force debug=perhaps spares
refused node set capsule=debian-12 n7777
refused node set capsule=debian-12 'n[0001-'
refused node set capsule=debian-12
refused node delete n7777
refused node approve @nobody
refused node import /no/such/file
refused node explode
refused group set x-rack=1 '../../etc'
refused group set reinstall=yes rack1
refused module install /no/such/module.jar
refused vnfs import debian-12@1 "$CAPSULE"
refused vnfs import 'bad name@1' "$CAPSULE"
refused vnfs import other@1 /no/such/file
refused vnfs import other@1 "$0"
refused vnfs delete no-such-capsule@1
refused boot show n7777
refused "$long"
printf 'mac,name\n02:00:00:00:00:03,good\nnonsense,bad\n' >"$LAB_DIR/nodes.csv"
refused node import "$LAB_DIR/nodes.csv"
for line in 02:00:00:00:00:03,c,10.10.0.1 02:00:00:00:00:03,c,10.10.0.0 02:00:00:00:00:03,localhost; do
	printf 'mac,name,address\n%s\n' "$line" >"$LAB_DIR/nodes.csv"
	refused_dry_or_not node import "$LAB_DIR/nodes.csv"
	grep -q 'line 2: ' "$LAB_DIR/err" || trouble "the line of '$line' was not named"
done

# refused_list TEXT… : the lines of a list of nodes that has to be refused
refused_list() {
	printf '%b\n' "$@" >"$LAB_DIR/nodes.csv"
	refused node import "$LAB_DIR/nodes.csv"
}

# Lists of nodes as other tools write them, and ranges of which nodes are missing
refused_list 'FUNCTIONAL_GROUP_NAME,SERVICE_TAG,HOSTNAME,ADMIN_MAC' 'slurm_node,SVC02,compute01,02:00:00:00:00:03'
refused_list 'Name;IP' 'c01;10.10.0.31'
refused_list 'mac,MAC address' '02:00:00:00:00:03,02:00:00:00:00:04'
refused_list 'mac;name' '02:00:00:00:00:03,c01'
refused_list '02:00:00:00:00:03,c01;rack1'
refused_list '02:00:00:00:00:03 c01'
refused_list 'c01,02:00:00:00:00:03'
refused_list 'Asset,Eth0' 'A7,02:00:00:00:00:03'
refused_list '[{"mac": "02:00:00:00:00:03"}]'
refused_list '02:00:00:00:00:03,c01.cluster.example'
refused_list 'mac\tname' '02:00:00:00:00:03\tc01\tlost'
for range in 'n[0000-0003]' 'n[0000,7777]' 'n[0000-0008/2]' 'n[]' 'n[0000,]' 'n[0001-0000]' 'n[0-010]' 'n[7777-7779]'; do
	refused node set retries=3 "$range"
	refused node approve "$range"
	refused node delete --yes "$range"
	refused boot retry "$range"
done
refused node set --existing retries=3 'n[7777-7779]'

printf 'Host Name;ADMIN_MAC;IP;Rack;\r\nc01;02-00-00-00-00-03;;rack7;\r\n;;;;\r\n' >"$LAB_DIR/nodes.csv"
perceus node import "$LAB_DIR/nodes.csv" || trouble "a list with semicolons was refused"
perceus node list 'c[01-03]' >"$LAB_DIR/out" 2>"$LAB_DIR/err" || trouble "a range with missing nodes cannot be listed"
grep -q '^c01 .*rack7' "$LAB_DIR/out" || trouble "the node of the list is missing: $(cat "$LAB_DIR/out")"
grep -qx 'c02, c03 are no nodes' "$LAB_DIR/err" || trouble "missing nodes are not named: $(cat "$LAB_DIR/err")"
before=$(everything)
refused node set retries=3 '@rack[6-7]'
refused node set retries=3 'c[01-02]*'
perceus node delete --existing --yes 'c[01-03]' || trouble "--existing did not take the nodes that are there"
say "right: lists with other separators and columns, and ranges with missing nodes"
