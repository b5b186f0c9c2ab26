# shellcheck shell=sh disable=SC2154
# ./perceus bench http and tftp: files from the container that is shipped, in turn with the same files from nginx and dnsmasq.

FILES_CLIENTS='1 32 200'
FILES_SECONDS=4
FILES_PEER=10.10.0.3

# bench_files http|tftp
bench_files() {
	need_root "$words"
	# shellcheck disable=SC2046
	need $(machine_packages) nginx-light wrk dnsmasq-base python3
	lab_guard
	build_distribution
	build_perceus_os
	lab_up
	switch_up provision 10.10.0.1/24
	in_lab ip addr add "$FILES_PEER/24" dev provision
	# the clients are at the other end of a wire
	host_up load provision 10.10.0.2/24
	lab_settings stateless-ram | container_configure
	echo 'address = 10.10.0.1' >>"$INSTANCE/etc/org.perceus.boot.interface-provision.cfg"
	container_start
	: >"$LAB_DIR/results"
	mkdir -p "$LAB_DIR/files"
	cp "$PERCEUS_OS/initramfs" "$PERCEUS_OS/snponly.efi" "$LAB_DIR/files/"
	chmod -R a+rX "$LAB_DIR/files"
	"files_peer_$1"
	run=0
	while [ "$run" -lt "$runs" ]; do
		run=$((run + 1))
		"files_round_$1"
	done
	files_report "$1"
	[ -z "$json" ] || files_json >"$json"
}

files_peer_http() {
	cat >"$LAB_DIR/nginx.conf" <<-END_OF_FILE
		daemon off;
		worker_processes auto;
		pid $LAB_DIR/nginx.pid;
		error_log stderr;
		events { worker_connections 4096; }
		http {
			access_log off;
			sendfile on;
			tcp_nopush on;
			keepalive_requests 1000000;
			server { listen $FILES_PEER:80; root $LAB_DIR/files; }
		}
	END_OF_FILE
	process_start peer nginx -c "$LAB_DIR/nginx.conf"
	FILES_SUM=$(sha256sum "$PERCEUS_OS/initramfs" | cut -d ' ' -f 1)
	sleep 1
	# what is not compiled yet is not what is compared
	for clients in $FILES_CLIENTS $FILES_CLIENTS; do
		files_wrk "$clients" "http://10.10.0.1:9870/artifact/$FILES_SUM" >/dev/null
	done
}

files_peer_tftp() {
	process_start peer dnsmasq --keep-in-foreground --conf-file=/dev/null --port=0 --bind-interfaces \
		--listen-address="$FILES_PEER" --enable-tftp --tftp-root="$LAB_DIR/files" --tftp-max=1000 --user=root
	sleep 1
	for clients in $FILES_CLIENTS; do
		files_tftp 10.10.0.1 "$clients" 16 >/dev/null
	done
}

files_round_http() {
	for clients in $FILES_CLIENTS; do
		files_measure "$clients" perceus container files_wrk "$clients" "http://10.10.0.1:9870/artifact/$FILES_SUM"
		files_measure "$clients" peer peer files_wrk "$clients" "http://$FILES_PEER/initramfs"
	done
}

files_round_tftp() {
	for clients in $FILES_CLIENTS; do
		for window in 1 16; do
			files_measure "$clients/$window" perceus container files_tftp 10.10.0.1 "$clients" "$window"
			files_measure "$clients/$window" peer peer files_tftp "$FILES_PEER" "$clients" "$window"
		done
	done
}

# files_wrk CLIENTS URL prints octets and milliseconds
files_wrk() {
	on_host load wrk --threads 1 --connections "$1" --duration "$FILES_SECONDS" "$2" |
		awk -v ms=$((FILES_SECONDS * 1000)) '/ read$/ {
			n = $(NF - 1) + 0
			if ($(NF - 1) ~ /KB/) n *= 1024; else if ($(NF - 1) ~ /MB/) n *= 1048576; else if ($(NF - 1) ~ /GB/) n *= 1073741824
			printf "%.0f %d\n", n, ms }'
}

# files_tftp ADDRESS CLIENTS WINDOW
files_tftp() { on_host load python3 "$LAB_SCRIPTS/tftp-load" "$1" snponly.efi "$2" "$3" "$FILES_SECONDS"; }

# processor time of a server and its children, in ms
files_cpu_ms() {
	sum=0
	for id in $(process_id "$1") $(pgrep -P "$(process_id "$1")"); do
		sum=$((sum + $(cpu_ms_of "$id")))
	done
	echo "$sum"
}

# files_measure CELL WHO PROCESS COMMAND…: MB a second, and processor milliseconds for each GB
files_measure() {
	cell=$1 who=$2 server=$3
	shift 3
	cpu=$(files_cpu_ms "$server")
	# shellcheck disable=SC2046
	set -- $("$@")
	cpu=$(($(files_cpu_ms "$server") - cpu))
	[ "${1:-0}" -gt 0 ] || stop "nothing came from $who for $cell clients: see $LAB_DIR/logs"
	echo "$cell-$who $(($1 / 1000 / $2)) $(awk "BEGIN { printf \"%d\", $cpu * 1e9 / $1 }") $(load_average)" >>"$LAB_DIR/results"
}

files_report() {
	case $1 in http) peer=nginx aims='0.8 1.5' ;; tftp) peer=dnsmasq aims='1.0 -' ;; esac
	echo "aims: rate ${aims% *} of $peer's or more, processor time for each GB ${aims#* } of it or less"
	{
		printf 'CLIENTS\tMB/S\t%s\tRATIO\tCPU MS/GB\t%s\tRATIO\n' "$peer" "$peer"
		sed -n 's/-peer .*//p' "$LAB_DIR/results" | awk '!seen[$0]++' | while read -r cell; do
			printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$cell" \
				"$(median "$cell-perceus" 1)" "$(median "$cell-peer" 1)" \
				"$(ratio "$(median "$cell-perceus" 1)" "$(median "$cell-peer" 1)")" \
				"$(median "$cell-perceus" 2)" "$(median "$cell-peer" 2)" \
				"$(ratio "$(median "$cell-perceus" 2)" "$(median "$cell-peer" 2)")"
		done
	} | awk -F '\t' '{ printf "%-9s %8s %8s %8s %10s %8s %8s\n", $1, $2, $3, $4, $5, $6, $7 }'
	echo "medians of $runs runs of $FILES_SECONDS s, $(nproc) processors with the clients on them too, load average $(load_average)"
}

files_json() {
	jq -Rn '[inputs | split(" ") | {cell: .[0], mbPerSecond: (.[1] | tonumber), cpuMsPerGb: (.[2] | tonumber), load: (.[3] | tonumber)}]' \
		<"$LAB_DIR/results"
}
