#!/bin/sh
# What DHCP says of name servers is true: a machine asks the container for the names of nodes and of others, and waits for nothing.
# shellcheck disable=SC2016 # commands are for the shell of the node
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"
# shellcheck source=../resolver.sh
. "$LAB_SCRIPTS/resolver.sh"

# is WHAT EXPECTED COMMAND
is() { equal "$1" "$(console_run names "$3")" "$2"; }

# ask WHAT EXPECTED QUESTION…: beside the machine there is a client on the switch that has dig
ask() {
	what=$1 expected=$2
	shift 2
	equal "$what" "$(in_client dig @10.10.0.1 +tries=1 +time=5 +noall "$@")" "$expected"
}

# its network lives as long as the process that is in it
client_up() {
	process_start client unshare --net sleep 7200
	deadline=$(($(now) + 10))
	until client=$(process_id client) && [ "$(stat -Lc %i "/proc/$client/ns/net")" != "$(in_lab stat -Lc %i /proc/self/ns/net)" ]; do
		[ "$(now)" -lt "$deadline" ] || trouble "there is no network for a client"
		sleep 0.2
	done
	in_lab ip link add client type veth peer name eth0 netns "$client"
	in_lab ip link set client master provision up
	in_client ip address add 10.10.0.50/24 dev eth0
	in_client ip link set eth0 up
}

in_client() { nsenter --net -t "$client" "$@"; }

# what is counted of a server
counted() { perceus info --json --counters | jq -r --arg name "dns.provision.$1" '.counters[$name] // 0'; }

# configure LINE COMMAND… adds a line for the interface and waits until that is so
configure() {
	line=$1
	shift
	echo "$line" >>"$INSTANCE/etc/org.perceus.boot.interface-provision.cfg"
	deadline=$(($(now) + 60))
	until "$@"; do
		[ "$(now)" -lt "$deadline" ] || trouble "'$line' is not taken over: $(perceus info)"
		sleep 0.5
	done
}

logged() { grep -q -- "$1" "$INSTANCE/data/log/karaf.log"; }

servers_are() { perceus info | grep -q -- "^serves .*: $1\$"; }

e2e_lab
resolver_serve 10.10.0.3 www.example.com 192.0.2.80
client_up
e2e_container </dev/null
configure 'dnsForwarders = 10.10.0.3, 10.10.0.1' logged 'for other names it asks 10.10.0.3$'
check "a resolver that is the server itself is left out, which the log says" logged '10.10.0.1 of dnsForwarders is this DNS server itself'
equal "nodes are told of this server" "$(perceus network list --json | jq -c '.[0].nameServers')" '["10.10.0.1"]'

mac=$(random_mac)
perceus node add --name n0001 "$mac"
perceus node add --name n0002 "$(random_mac)"
other=$(node_field n0002 address)
vm_start names "$mac"
wait_state "$mac" ready "$boot_limit"
check "the node is what the registry says" prove names n0001

is "whom the node asks" 'nameserver 10.10.0.1' "grep nameserver /etc/resolv.conf"
is "another node" "$other n0002.lab" 'echo $(getent hosts n0002)'
is "by its whole name in any case" "$other" 'getent ahostsv4 N0002.LaB | sed -n "s/ .*//p;q"'
is "by its address" "$other n0002.lab" "echo \$(getent hosts $other)"
is "the server" "10.10.0.1 perceus.lab" 'echo $(getent hosts perceus)'
is "a name of others" "192.0.2.80 www.example.com" 'echo $(getent hosts www.example.com)'
is "a name that there is not, at once" 2 'timeout 4 getent hosts nobody; echo $?'
is "an address that nobody has, at once" 2 'timeout 4 getent hosts 10.10.0.77; echo $?'
is "a name that the resolver refuses, at once" 2 'timeout 4 getent hosts www.example.org; echo $?'

ask "an authoritative answer, as it was asked" "N0002.LaB.		60	IN	A	$other" +answer N0002.LaB
ask "by TCP" "n0002.lab.		60	IN	A	$other" +tcp +answer n0002.lab
ask "a known name without such an address" "lab.			10	IN	SOA	perceus.lab. hostmaster.lab. 1 3600 600 86400 10" +answer +authority n0002.lab AAAA
equal "characters of a large answer, which comes by TCP" "$(in_client dig @10.10.0.1 +short large.www.example.com TXT | tr -d '" \n' | wc -c)" 2000
ask "no transfer" "; Transfer failed." +answer lab AXFR

check "questions are counted" test "$(counted forwarded)" -gt 0
configure 'dns = false' servers_are 'dhcp, tftp, http'
equal "nodes are told of nobody then" "$(perceus network list --json | jq -c '.[0].nameServers')" '[]'
echo 'nameServers = 10.10.0.1' >>"$INSTANCE/etc/org.perceus.node.network-lab.cfg"
in_vain() { perceus info | grep -q '^problem .*network lab names 10.10.0.1 in nameServers, where this server serves no DNS'; }
configure '# nothing more' in_vain
say "right: who names this server then is told"
