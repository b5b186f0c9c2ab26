# shellcheck shell=sh disable=SC2154
# ./perceus bench dhcp: nodes get their addresses from the container that is shipped, in turn with Kea that has the same nodes.

DHCP_NODES=10000
DHCP_RATES='1000 4000 10000'
DHCP_SECONDS=4
DHCP_PEER=10.16.0.4
DHCP_FIRST_MAC=02:50:00:00:00:00
# a BIOS machine by PXE: options 60, 93 and 94
DHCP_PXE='-o 60,505845436c69656e743a417263683a30303030303a554e44493a303032303031 -o 93,0000 -o 94,010201'

bench_dhcp() {
	need_root "$words"
	# shellcheck disable=SC2046
	need $(machine_packages) kea-dhcp4-server kea-admin python3
	lab_guard
	build_distribution
	build_perceus_os
	lab_up
	neighbours_raise $((2 * DHCP_NODES + 1024))
	switch_up provision "$STORM_SERVER/12"
	# both servers want the port, and the clients are at the other end of a wire
	host_up kea provision "$DHCP_PEER/12"
	host_up load provision 10.16.0.2/12
	host_up strangers provision 10.16.0.3/12
	storm_configure stateless-ram </dev/null
	echo 'relays = any' >>"$INSTANCE/etc/org.perceus.boot.interface-provision.cfg"
	container_start
	say "registering $DHCP_NODES nodes"
	storm_register "$DHCP_NODES"
	dhcp_peer
	: >"$LAB_DIR/results"
	# what is not compiled yet is not what is compared
	# shellcheck disable=SC2086
	for who in perceus peer; do dhcp_perf "$who" -r 4000 -p 5 >/dev/null && dhcp_perf "$who" -r 4000 -p 5 $DHCP_PXE >/dev/null; done
	run=0
	while [ "$run" -lt "$runs" ]; do
		run=$((run + 1))
		dhcp_round
	done
	dhcp_report
	[ -z "$json" ] || dhcp_json >"$json"
}

# Kea with the same nodes, each with an address of its own and what it boots by
dhcp_peer() {
	{
		cat <<-END_OF_FILE
			{ "Dhcp4": {
			"interfaces-config": { "interfaces": [ "kea" ], "dhcp-socket-type": "udp" },
			"lease-database": { "type": "memfile", "name": "$LAB_DIR/leases", "lfc-interval": 0 },
			"valid-lifetime": 3600,
			"client-classes": [
			{ "name": "bios", "test": "option[93].hex == 0x0000", "next-server": "$DHCP_PEER", "boot-file-name": "undionly.kpxe" },
			{ "name": "uefi", "test": "option[93].hex == 0x0007", "next-server": "$DHCP_PEER", "boot-file-name": "snponly.efi" } ],
			"loggers": [ { "name": "kea-dhcp4", "severity": "ERROR", "output_options": [ { "output": "stderr" } ] } ],
			"subnet4": [ { "subnet": "$STORM_NETWORK", "pools": [ { "pool": "10.28.0.0-10.28.255.254" } ], "reservations": [
		END_OF_FILE
		awk -F , 'NR > 1 { printf "%s{ \"hw-address\": \"%s\", \"ip-address\": \"10.24.%d.%d\" }\n", (NR > 2 ? "," : ""), $1, NR / 256, NR % 256 }' "$LAB_DIR/nodes.csv"
		echo '] } ] } }'
	} >"$LAB_DIR/kea.json"
	process_start peer nsenter --net --target "$(process_id kea)" env KEA_PIDFILE_DIR="$LAB_DIR" KEA_LOCKFILE_DIR="$LAB_DIR" kea-dhcp4 -c "$LAB_DIR/kea.json"
	sleep 3
	[ -n "$(process_id peer)" ] || stop "Kea does not start: $(tail -n 1 "$LAB_DIR/logs/peer.log")"
}

dhcp_round() {
	for clients in plain pxe; do
		for rate in $DHCP_RATES; do
			for who in perceus peer; do dhcp_exchanges "$clients" "$rate" "$who"; done
		done
	done
	for who in perceus peer; do dhcp_avalanche "$who"; done
	dhcp_strangers
}

# dhcp_perf perceus|peer OPTION… of perfdhcp, which is a relay
dhcp_perf() {
	case $1 in perceus) set -- "$@" "$STORM_SERVER" ;; peer) set -- "$@" "$DHCP_PEER" ;; esac
	shift
	# it ends with 3 when something was not answered
	on_host load timeout 300 perfdhcp -4 -b "mac=$DHCP_FIRST_MAC" -R "$DHCP_NODES" -l 10.16.0.2 "$@" || [ $? -eq 3 ]
}

# processor time of a server, in ms
dhcp_cpu_ms() {
	case $1 in perceus) cpu_ms_of "$(process_id container)" ;; peer) cpu_ms_of "$(process_id peer)" ;; esac
}

# dhcp_exchanges plain|pxe RATE WHO: how many ten thousandths were answered, how many a second, and the processor time of one
dhcp_exchanges() {
	cell=$1/$2 who=$3
	set -- -r "$2" -p "$DHCP_SECONDS" -W 500000
	# shellcheck disable=SC2086
	case $cell in pxe/*) set -- "$@" $DHCP_PXE ;; esac
	cpu=$(dhcp_cpu_ms "$who")
	dhcp_perf "$who" "$@" >"$LAB_DIR/logs/perfdhcp.log"
	cpu=$(($(dhcp_cpu_ms "$who") - cpu))
	# shellcheck disable=SC2046
	set -- $(awk '/^\*\*\*Statistics for: / { part = $3 } /^sent packets: / && part ~ /^DISCOVER/ { sent = $3 }
		/^received packets: / && part ~ /^REQUEST/ { got = $3 } END { print sent + 0, got + 0 }' "$LAB_DIR/logs/perfdhcp.log")
	[ "$2" -gt 0 ] || stop "$who answered nothing at $cell: see $LAB_DIR/logs"
	dhcp_result "$cell-$who" $((10000 * $2 / $1)) $(($2 / DHCP_SECONDS)) $((cpu * 1000 / $2))
}

# all ask at once, and again until each has an address
dhcp_avalanche() {
	cpu=$(dhcp_cpu_ms "$1")
	dhcp_perf "$1" --scenario avalanche >"$LAB_DIR/logs/perfdhcp.log"
	cpu=$(($(dhcp_cpu_ms "$1") - cpu))
	took=$(sed -n 's/^It took \([0-9:.]*\) to provision.*/\1/p' "$LAB_DIR/logs/perfdhcp.log" | awk -F : '{ printf "%d", 1000 * ($1 * 3600 + $2 * 60 + $3) }')
	[ -n "$took" ] || stop "$1 did not give $DHCP_NODES nodes at once their addresses: see $LAB_DIR/logs"
	dhcp_result "avalanche-$1" 10000 "$took" $((cpu * 1000 / DHCP_NODES))
}

# nodes ask beside ten thousand made-up machines a second
dhcp_strangers() {
	process_start discovers nsenter --net --target "$(process_id strangers)" python3 "$LAB_SCRIPTS/abuse" discovers strangers 100000 10000
	# shellcheck disable=SC2046
	set -- $(on_host load python3 "$LAB_SCRIPTS/dhcp-probe" load "$DHCP_FIRST_MAC" 200 10)
	process_end discovers
	[ "${2:-0}" -gt 0 ] || stop "no node was answered beside strangers"
	dhcp_result strangers $((10000 * $2 / $1)) "$4" "$5"
}

# dhcp_result CELL SHARE MEASURED CPU
dhcp_result() {
	echo "$* $(load_average)" >>"$LAB_DIR/results"
	say "$* (load average $(load_average))"
}

dhcp_report() {
	echo "aims: 99 % answered at 10000 a second, 0.3 of Kea's processor time, 7 s for $DHCP_NODES at once, 50 ms beside strangers"
	{
		printf 'CLIENTS/RATE\tANSWERED\tKea\tA SECOND\tKea\tCPU US\tKea\tRATIO\n'
		sed -n 's/-peer .*//p' "$LAB_DIR/results" | grep / | awk '!seen[$0]++' | while read -r cell; do
			printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$cell" "$(dhcp_percent "$cell-perceus")" "$(dhcp_percent "$cell-peer")" \
				"$(median "$cell-perceus" 2)" "$(median "$cell-peer" 2)" \
				"$(median "$cell-perceus" 3)" "$(median "$cell-peer" 3)" \
				"$(ratio "$(median "$cell-perceus" 3)" "$(median "$cell-peer" 3)")"
		done
	} | awk -F '\t' '{ printf "%-13s %9s %8s %9s %7s %7s %6s %6s\n", $1, $2, $3, $4, $5, $6, $7, $8 }'
	echo "$DHCP_NODES at once: all have an address after $(seconds_of "$(median avalanche-perceus 2)") s, with Kea $(seconds_of "$(median avalanche-peer 2)") s"
	echo "nodes beside 10000 made-up machines a second: $(dhcp_percent strangers) answered, 99 % of these within $(median strangers 2) us, the last within $(median strangers 3) us"
	echo "medians of $runs runs of $DHCP_SECONDS s, $(nproc) processors with the clients on them too, load average $(load_average)"
}

dhcp_percent() { awk -v share="$(median "$1" 1)" 'BEGIN { printf "%.1f %%", share / 100 }'; }

dhcp_json() {
	jq -Rn '[inputs | split(" ") | {cell: .[0], answered: (.[1] | tonumber / 10000), measured: (.[2] | tonumber), cpuMicros: (.[3] | tonumber), load: (.[4] | tonumber)}]' \
		<"$LAB_DIR/results"
}
