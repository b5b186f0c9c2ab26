#!/bin/sh
# Two networks on one wire: each machine is told the server's address in its own, and boots from there.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

# lease MAC [OPTION OF udhcpc]…: what a client with that MAC is given, which asks from a device of its own
lease() {
	in_lab ip link set asks address "$1"
	shift
	in_lab timeout 30 busybox udhcpc -i asks -n -q -f -s "$LAB_DIR/udhcpc" "$@" 2>"$LAB_DIR/logs/udhcpc.log"
}

client_lab() {
	in_lab ip link add asks-port type veth peer name asks
	in_lab ip link set asks-port master provision up
	in_lab ip link set asks up
	# shellcheck disable=SC2016 # for the script of udhcpc
	printf '%s\n' '#!/bin/sh' '[ "$1" != bound ] || echo "$ip $serverid $siaddr $dns $boot_file"' >"$LAB_DIR/udhcpc"
	chmod +x "$LAB_DIR/udhcpc"
}

e2e_lab
in_lab ip addr add 10.20.0.1/24 dev provision
e2e_configure stateless-ram </dev/null
echo "address = 10.10.0.1, 10.20.0.1, 10.30.0.1" >>"$INSTANCE/etc/org.perceus.boot.interface-provision.cfg"
printf 'name = other\nsubnet = 10.20.0.0/24\npool = 10.20.0.100-10.20.0.199\ndomain = other\n' >"$INSTANCE/etc/org.perceus.node.network-other.cfg"
seed_plant
container_start
client_lab
booting='-V PXEClient:Arch:00000:UNDI:002001 -x 0x5d:0000 -O 66 -O 67'

equal "addresses that are served" "$(perceus info --json | jq -r '[.interfaces[].address] | sort | join(" ")')" "10.10.0.1 10.20.0.1"
check "an address that the device does not have is said" grep -q 'Not all is served: provision does not have the address 10.30.0.1' "$INSTANCE/data/log/karaf.log"
mac=$(random_mac)
perceus node add --name first --address 10.10.0.5 02:dd:00:00:00:01
perceus node add --name second --address 10.20.0.5 "$mac"
# shellcheck disable=SC2086 # words
{
	equal "a node of the first" "$(lease 02:dd:00:00:00:01 $booting)" "10.10.0.5 10.10.0.1 10.10.0.1 10.10.0.1 undionly.kpxe"
	equal "a node of the second" "$(lease "$mac" $booting)" "10.20.0.5 10.20.0.1 10.20.0.1 10.20.0.1 undionly.kpxe"
	equal "a machine that is no node" "$(lease 02:dd:00:00:00:09 $booting)" "10.10.0.100 10.10.0.1 10.10.0.1 10.10.0.1 undionly.kpxe"
}
equal "what is said of a node" "$(stranger_sentence "$mac")" ''

# its host would answer for the server's addresses with its own MAC
in_lab ip link delete asks

vm_start second "$mac"
wait_state "$mac" ready "$boot_limit"
check "the node is what the registry says" prove second second
equal "whom it asks for names" "$(console_run second 'sed -n "s/^nameserver //p" /etc/resolv.conf | head -n 1')" 10.20.0.1
equal "whom its agent tells" "$(console_run second 'sed -n "s/^server=//p" /etc/perceus/agent.conf')" http://10.20.0.1:9870
