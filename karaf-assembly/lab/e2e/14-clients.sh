#!/bin/sh
# Real clients of DHCP, TFTP and HTTP, as systems and administrators have them, against the container that is shipped.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

MAC=02:bb:00:00:00:01 ADDRESS=10.10.0.50 PROGRAM=snponly.efi

clients_lab() {
	e2e_lab
	e2e_container </dev/null
	perceus node add --name client --address "$ADDRESS" "$MAC" >/dev/null
	host_up client provision 10.10.0.99/24
	process_start asking unshare --net --mount sleep infinity
	until [ "$(readlink "/proc/$(process_id asking)/ns/net")" != "$(in_lab readlink /proc/self/ns/net)" ]; do sleep 0.1; done
	in_lab ip link add asks-port type veth peer name asks address "$MAC"
	in_lab ip link set asks-port master provision up
	in_lab ip link set asks netns "$(process_id asking)"
	asking ip link set lo up
	asking ip link set asks up
	# what clients remember is of the test alone
	for folder in /var/lib/dhcp /var/lib/dhcpcd /run; do
		[ ! -d "$folder" ] || asking mount -t tmpfs none "$folder"
	done
	file=$PERCEUS_OS/boot/$PROGRAM
	[ -f "$file" ] || file=$(find "$PERCEUS_OS" -name "$PROGRAM" | head -n 1)
	hash=$(sha256sum "$file" | cut -d " " -f 1)
}

# asking COMMAND…: on the device of the node, which has no address
asking() { nsenter --net --mount --target "$(process_id asking)" "$@"; }

# says NAME REGEX COMMAND…: what a client says of what it got
says() {
	name=$1 regex=$2
	shift 2
	"$@" >"$LAB_DIR/logs/client-$name.log" 2>&1 || true
	grep -Eq -- "$regex" "$LAB_DIR/logs/client-$name.log" || trouble "$name: $(tail -n 20 "$LAB_DIR/logs/client-$name.log")"
	say "right: $name: $(grep -E -m 1 -- "$regex" "$LAB_DIR/logs/client-$name.log")"
}

udhcpc_script() {
	# shellcheck disable=SC2016
	printf '%s\n' '#!/bin/sh' 'echo "$1 ip=$ip mask=$subnet router=$router boot=$boot_file siaddr=$siaddr lease=$lease ntp=$ntpsrv own=$opt224"' >"$LAB_DIR/udhcpc"
	chmod +x "$LAB_DIR/udhcpc"
}

udhcpc() { asking timeout 30 busybox udhcpc -i asks -n -q -f -s "$LAB_DIR/udhcpc" "$@"; }

udhcpc_ipxe() { udhcpc -V PXEClient:Arch:00000:UNDI:002001 -x 0x5d:0000 -x 0x4d:69505845 -O 66 -O 67 "$@"; }

# it stays until it is ended
dhclient_says() {
	: >"$LAB_DIR/logs/dhclient.log"
	process_start dhclient nsenter --net --mount --target "$(process_id asking)" \
		dhclient -d -1 -v -sf /bin/true -lf "$LAB_DIR/dhclient.leases" -pf "$LAB_DIR/dhclient.pid" asks
	deadline=$(($(now) + 30))
	until grep -q '^bound to' "$LAB_DIR/logs/dhclient.log"; do
		[ "$(now)" -lt "$deadline" ] || trouble "dhclient: $(cat "$LAB_DIR/logs/dhclient.log")"
		sleep 0.2
	done
	process_end dhclient KILL
	check "dhclient $1: $(grep '^DHC.*from\|^bound' "$LAB_DIR/logs/dhclient.log" | tr '\n' ' ')" \
		grep -q "^bound to $ADDRESS" "$LAB_DIR/logs/dhclient.log"
}

dhcpcd() { asking timeout 40 dhcpcd -4 -1 -d -B --noarp --nohook resolv.conf -c /bin/true asks; }

of_dhcp() {
	udhcpc_script
	: >"$LAB_DIR/dhclient.leases"
	dhclient_says 'looks for servers'
	dhclient_says 'remembers its lease'
	check "dhclient asked for what it remembered" test "$(grep -c DHCPDISCOVER "$LAB_DIR/logs/dhclient.log")" -eq 0
	says udhcpc "bound ip=$ADDRESS mask=255.255.255.0 .*lease=3600" udhcpc
	says udhcpc-rom "bound ip=$ADDRESS .*boot=$PROGRAM siaddr=10.10.0.1" udhcpc -V PXEClient:Arch:00007:UNDI:003016 -x 0x5d:0007 -O 66 -O 67
	# as iPXE in ROMs says what it was built with: without HTTP, with it, and not a word
	says udhcpc-ipxe-old "bound ip=$ADDRESS .*boot=undionly.kpxe siaddr=10.10.0.1" udhcpc_ipxe -x 0xaf:180101210101
	says udhcpc-ipxe "bound ip=$ADDRESS .*boot=http://10.10.0.1:9870/boot/mac/[0-9a-f-]*/ipxe " udhcpc_ipxe -x 0xaf:130101180101
	says udhcpc-ipxe-silent "bound ip=$ADDRESS .*boot=http://10.10.0.1:9870/boot/mac/[0-9a-f-]*/ipxe " udhcpc_ipxe
	says udhcpc-broadcast "bound ip=$ADDRESS " udhcpc -B -C
	says udhcpc-foreign "bound ip=$ADDRESS " udhcpc -r 192.168.5.5
	perceus node set 'dhcp-options=ntp-servers=10.10.0.5; 224!=text:hi; 225=text:no' client >/dev/null
	says udhcpc-options "bound ip=$ADDRESS .*ntp=10.10.0.5 own=6869" udhcpc -O ntpsrv
	says dhcpcd "leased $ADDRESS for 3600 seconds" dhcpcd
	says dhcpcd-again "leased $ADDRESS for 3600 seconds" dhcpcd
	says nmap "IP Offered: $ADDRESS" asking timeout 60 nmap --script broadcast-dhcp-discover --script-args "broadcast-dhcp-discover.mac=$MAC,broadcast-dhcp-discover.timeout=5" -e asks
}

# the client behind a switch that lets no broadcast pass to it
quiet_switch() {
	in_lab ip link add quiet type bridge
	in_lab ip link set quiet up
	in_lab ip link add quiet-up type veth peer name quiet-down
	in_lab ip link set quiet-up master provision up
	in_lab ip link set quiet-down master quiet up
	in_lab ip link set asks-port master quiet
	in_lab bridge link set dev asks-port bcast_flood off
}

of_quiet_switch() {
	says udhcpc-no-answer 'no lease, failing' udhcpc -B -t 2 -T 1
	says udhcpc-quiet "bound ip=$ADDRESS " udhcpc -t 5 -T 1
	check "answers went to the client alone" test "$(perceus info --counters --json | jq '[.counters | to_entries[] | select(.key | endswith(".unicasts")) | .value] | add // 0')" -ge 2
}

# fetched NAME COMMAND…: a client writes the program to the file got
fetched() {
	name=$1
	shift
	rm -f "$LAB_DIR/got"
	on_host client timeout 60 "$@" >"$LAB_DIR/logs/client-$name.log" 2>&1 || trouble "$name: $(cat "$LAB_DIR/logs/client-$name.log")"
	equal "what $name fetched" "$(sha256sum "$LAB_DIR/got" | cut -d " " -f 1)" "$hash"
}

of_files() {
	fetched tftp-hpa tftp -m binary 10.10.0.1 -c get "$PROGRAM" "$LAB_DIR/got"
	fetched atftp atftp --get --remote-file "$PROGRAM" --local-file "$LAB_DIR/got" 10.10.0.1
	fetched atftp-options atftp --option 'blksize 1428' --option 'tsize 0' --option 'timeout 2' --get --remote-file "$PROGRAM" --local-file "$LAB_DIR/got" 10.10.0.1
	fetched busybox-tftp busybox tftp -g -r "$PROGRAM" -l "$LAB_DIR/got" 10.10.0.1
	fetched busybox-tftp-large busybox tftp -b 4096 -g -r "$PROGRAM" -l "$LAB_DIR/got" 10.10.0.1
	fetched curl-tftp curl -sS -o "$LAB_DIR/got" "tftp://10.10.0.1/$PROGRAM"
	fetched curl curl -sS -f -o "$LAB_DIR/got" "http://10.10.0.1:9870/boot/$PROGRAM"
	fetched busybox-wget busybox wget -q -O "$LAB_DIR/got" "http://10.10.0.1:9870/boot/$PROGRAM"
	equal "octets of a range" "$(on_host client curl -sS -f -r 100-199 "http://10.10.0.1:9870/boot/$PROGRAM" | wc -c)" 100
}

clients_lab
of_dhcp
of_files
quiet_switch
of_quiet_switch
equal "problems" "$(perceus info --json | jq -c .problems)" '[]'
