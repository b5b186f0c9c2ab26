#!/bin/sh
# What keeps nodes from booting is named with a command, before the first start and beside a container that runs; and nothing
# is said to be wrong where nothing is.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

# examine WORD… : perceus doctor on the server; its findings are in doctor.json, its exit code in $code
examine() { examined in_lab timeout 120 env "KARAF_BASE=${BASE:-$INSTANCE}" "$PERCEUS_HOME/bin/perceus" doctor --json "$@"; }

examined() {
	code=0
	"$@" >"$LAB_DIR/doctor.json" 2>"$LAB_DIR/doctor.err" || code=$?
	jq -e 'type == "array" and length > 0' "$LAB_DIR/doctor.json" >/dev/null || trouble "no findings: $(cat "$LAB_DIR/doctor.err")"
}

findings() { jq -r '.[] | "\(.severity) \(.check): \(.sentence) -> \(.command)"' "$LAB_DIR/doctor.json"; }

# finds SEVERITY CHECK SENTENCE-REGEX [COMMAND-REGEX]
finds() {
	found=$(jq -r --arg severity "$1" --arg check "$2" --arg sentence "$3" --arg command "${4:-}" '.[]
		| select(.severity == $severity and .check == $check and (.sentence | test($sentence)))
		| select($command == "" or ((.command // "") | test($command))) | .sentence' "$LAB_DIR/doctor.json" | head -n 1)
	[ -n "$found" ] || trouble "$1 of $2 is missing: '$3' with '${4:-}' in: $(findings)"
	say "right: $2: $found"
}

all_clear() {
	bad=$(findings | grep -c '^problem\|^warning' || true)
	[ "$bad$code" = 00 ] || trouble "$1: exit code $code and: $(findings)"
	say "right: $1: nothing is said to be wrong, in $(jq length "$LAB_DIR/doctor.json") findings"
}

e2e_lab
e2e_configure stateless-ram </dev/null
seed_plant
echo "perceusOs = $LAB_DIR/os" >"$INSTANCE/etc/org.perceus.provisioning.cfg"
cp -R --reflink=auto "$PERCEUS_OS" "$LAB_DIR/os"

BASE=$LAB_DIR/nothing examine
equal "exit code where nothing is configured" "$code" 1
finds problem configuration 'no device is served' '^cp .*org.perceus.boot.interface-eth1.cfg.example '
finds problem configuration 'no node gets an address' '^cp .*org.perceus.node.network-provisioning.cfg.example '
finds problem 'perceus os' 'there is no Perceus OS' '^vnfs-repo/perceus-os/build --output '
finds note container 'the container is not running' 'bin/start$'
[ ! -e "$LAB_DIR/nothing" ] || trouble "a folder was made by looking for it"

# whom this machine asks for the time is out of reach here
process_start clock ip netns exec "$LAB" "$LAB_SCRIPTS/ntp-answer" 10.10.0.1 0
sleep 1
examine --ntp 10.10.0.1
all_clear "before the first start"
finds ok clock 'that of the NTP server 10\.10\.0\.1'
finds ok dhcp 'no DHCP server answers'
finds ok capsules 'artifacts have the hashes'

# everything at once, most of it on the wire
switch_up slow 10.20.0.1/24
in_lab ip link set slow type bridge stp_state 1 forward_delay 1500
serve_switch slow
network() { printf 'name = %s\nsubnet = %s\npool = %s\n' "$1" "$2" "$3" >"$INSTANCE/etc/org.perceus.node.network-$1.cfg"; }
network slow 10.20.0.0/24 10.20.0.10-10.20.0.20
network twin 10.10.0.0/24 10.10.0.190-10.10.0.220
network far 10.99.0.0/24 10.99.0.10-10.99.0.20
in_lab ip link set provision-port mtu 1400
in_lab nft -f - <<'END_OF_FILE'
table inet filter {
	chain input {
		type filter hook input priority 0; policy drop;
		ct state established,related accept
		iifname "lo" accept
		udp dport 67 accept
		tcp dport 9870 accept
	}
}
END_OF_FILE
in_lab ip link add neighbour type bridge stp_state 1 hello_time 100
in_lab ip link add neighbour-port type veth peer name neighbour-end
in_lab ip link set neighbour-port master neighbour up
in_lab ip link set neighbour-end master provision up
in_lab ip link set neighbour up
host_up other provision 10.10.0.2/24
process_start dnsmasq nsenter --net --target "$(process_id other)" dnsmasq --no-daemon --conf-file=/dev/null --port=0 \
	--user=root --dhcp-leasefile="$LAB_DIR/leases" --dhcp-range=10.10.0.150,10.10.0.160 --dhcp-boot=pxelinux.0,,10.10.0.2
host_up double provision 10.10.0.1/24
host_up taker provision 10.10.0.123/24
process_start ntp nsenter --net --target "$(process_id other)" "$LAB_SCRIPTS/ntp-answer" 10.10.0.2 3600
process_start squatter ip netns exec "$LAB" socat -u UDP4-RECV:69 /dev/null
artifact=$(find "$INSTANCE/data/vnfs/artifacts" -type f -size +20M | sort | head -n 1)
cp --reflink=auto "$artifact" "$LAB_DIR/artifact"
printf x >>"$artifact"
printf x >>"$LAB_DIR/os/undionly.kpxe"
sleep 1
examine --ntp 10.10.0.2
equal "exit code with all these faults" "$code" 1
finds problem dhcp 'another DHCP server, 10\.10\.0\.2 \(card [0-9a-f:]{17}\).* offers 10\.10\.0\.1[56][0-9], next server 10\.10\.0\.2, the boot program pxelinux\.0, an address of the pool' '^tcpdump -nei provision '
finds problem addresses 'another machine, [0-9a-f:]{17}, has the address 10\.10\.0\.1 of this server' '^tcpdump '
finds warning addresses '10\.10\.0\.123 \([0-9a-f:]{17}\)' '^tcpdump '
finds problem pools 'pools of the networks lab and twin overlap' 'network-twin\.cfg$'
finds problem relays 'network far .* no route' '^ip route add 10\.99\.0\.0/24 '
finds problem 'spanning tree' 'bridge slow .* held back for 30 s' '^ip link set slow type bridge stp_state 0$'
finds warning 'spanning tree' 'a switch with a port [0-9a-f:]{17} on provision takes part' '^spanning-tree portfast$'
finds problem firewall 'drops TFTP \(UDP 69\), DNS .* the policy of inet filter input' '^nft insert rule inet filter input iifname provision accept$'
finds problem mtu 'provision-port has the MTU 1400' '^ip link set provision-port mtu 1500$'
finds problem ports 'UDP port 69 of TFTP' "^ss -lnup 'sport = :69'\$"
finds problem clock 'behind that of the NTP server 10\.10\.0\.2' '^date -s '
finds problem capsules "$(basename "$artifact") is damaged, .*debian-12@1" '.'
finds problem 'perceus os' 'undionly\.kpxe .* is not the one' '^vnfs-repo/perceus-os/build --output '

# what the commands say is done, and all is well
mv "$LAB_DIR/artifact" "$artifact"
cp "$PERCEUS_OS/undionly.kpxe" "$LAB_DIR/os/"
for each in dnsmasq double taker ntp squatter; do process_end "$each" TERM 5; done
rm "$INSTANCE"/etc/org.perceus.node.network-twin.cfg "$INSTANCE"/etc/org.perceus.node.network-far.cfg
in_lab ip link set slow type bridge stp_state 0
in_lab ip link delete neighbour-port
in_lab ip link set provision-port mtu 1500
in_lab nft insert rule inet filter input iifname provision accept
in_lab nft insert rule inet filter input iifname slow accept
# the bridge has the lowest card of its ports, and would take that of nearly any further one
in_lab ip -br link show master provision | sed 's/@.*//' | while read -r port; do
	in_lab ip link set "$port" address "fe:00:00$(od -An -N3 -tx1 /dev/urandom | tr ' ' :)"
done
container_start
card_of_switch() { in_lab ip -br link show provision | awk '{ print $3 }'; }
process_start cards ip netns exec "$LAB" ip monitor link dev provision
card=$(card_of_switch)
examine --ntp 10.10.0.1
all_clear "beside a container that runs"
finds ok dhcp 'this server answers .* with 10\.10\.0\.1[0-9][0-9] and the boot program undionly\.kpxe, and no other does'
finds ok 'boot files' 'a node gets undionly\.kpxe by TFTP'
finds ok 'boot files' 'a node gets undionly\.kpxe by HTTP'
equal "cards of the bridge that nodes saw meanwhile" "$(grep -o 'link/ether [0-9a-f:]*' "$LAB_DIR/logs/cards.log" | sort -u | grep -vc " $card\$" || true)" 0
equal "ports left on the bridge" "$(in_lab ip -br link show master provision | grep -c '^doctor' || true)" 0

host_plug other provision second 10.10.0.3/24
examined on_host other timeout 120 "$PERCEUS_HOME/bin/perceus" doctor --json --server 10.10.0.1
all_clear "from another machine"
finds ok server 'a node gets undionly\.kpxe by TFTP'

in_lab nft insert rule inet filter input udp dport 69 drop
examine --quick provision
finds problem firewall 'drops TFTP \(UDP 69\) of nodes on provision, by the rule with handle [0-9]+ in inet filter input' '^nft '
finds problem 'boot files' 'does not get undionly\.kpxe by TFTP' 'tftp'
finds ok 'boot files' 'a node gets undionly\.kpxe by HTTP'
equal "exit code when TFTP is dropped" "$code" 1

# beside a server that stays and is told what to boot, and beside one that only gives the addresses
beside_start() {
	: >"$LAB_DIR/leases"
	process_start dnsmasq nsenter --net --target "$(process_id other)" dnsmasq --no-daemon "--conf-file=$1" --port=0 --user=root \
		--dhcp-leasefile="$LAB_DIR/leases" --dhcp-range=10.10.0.150,10.10.0.160 --interface=other --bind-interfaces
}
mode_is() { sed -i '/^dhcp/d' "$served" && echo "dhcp = $1" >>"$served"; }
serves() { perceus info | grep -q "^serves  *provision .*: $1\$"; }
served=$INSTANCE/etc/org.perceus.boot.interface-provision.cfg
in_lab nft flush ruleset
beside_start /dev/null
mode_is external
container_wait 60 serves 'tftp, http, dns'
examine --quick provision
finds problem mode 'network lab has the pool 10\.10\.0\.100-10\.10\.0\.199, and with dhcp = external' 'network-lab\.cfg$'
finds warning dhcp '10\.10\.0\.2 .* does not lead nodes to this server' '^perceus dhcp config '
sed -i '/^pool/d' "$INSTANCE/etc/org.perceus.node.network-lab.cfg"
pool_is_gone() { grep -q 'Updating configuration {org.perceus.node.network~lab}' "$INSTANCE/data/log/karaf.log"; }
container_wait 60 pool_is_gone
process_end dnsmasq TERM 5
perceus dhcp config --interface provision dnsmasq >"$LAB_DIR/lines"
beside_start "$LAB_DIR/lines"
sleep 1
examine --quick provision
all_clear "beside dnsmasq that was told"
finds ok dhcp '10\.10\.0\.2 .* next server 10\.10\.0\.1, the boot program undionly\.kpxe, as dhcp = external leaves it to'
mode_is proxy
container_wait 60 serves 'proxy-dhcp, pxe, tftp, http, dns'
examine --quick provision
finds warning dhcp '10\.10\.0\.2 .* next server 10\.10\.0\.1, the boot program undionly\.kpxe, and with dhcp = proxy it must not'
process_end dnsmasq TERM 5
beside_start /dev/null
sleep 1
examine --quick provision
all_clear "as a proxy beside dnsmasq"
finds ok dhcp 'the DHCP server, 10\.10\.0\.2 .* as dhcp = proxy leaves addresses to it'
finds ok dhcp 'this server answers .* with no address and the boot program undionly\.kpxe'
finds ok 'boot files' 'a node is offered no address and undionly\.kpxe by 10\.10\.0\.1'
process_end dnsmasq TERM 5
examine --quick provision
finds problem dhcp 'no DHCP server gives addresses on provision, and dhcp = proxy leaves them to another'
