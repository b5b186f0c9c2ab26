# shellcheck shell=sh disable=SC2154
# One boot, and what it cost: through Perceus, or on the floor beneath it.

# how much processor time a virtual machine has taken, in ms: it depends less on what else this machine does
cpu_ms_of() {
	# shellcheck disable=SC2046
	set -- $(sed 's/^.*) //' "/proc/$1/stat") && echo $(((${12} + ${13}) * 1000 / $(getconf CLK_TCK)))
}

load_average() { cut -d ' ' -f 1 /proc/loadavg; }

# bench_result KIND MS CPU_MS notes and shows one run
bench_result() {
	echo "$1 $2 $3 $(load_average)" >>"$LAB_DIR/results"
	say "$1: ready $(seconds_of "$2") s after power-on, $(seconds_of "$3") s of processor time (load average $(load_average))"
}

# a lab with a container that knows no node, and one machine
bench_perceus_boot() {
	bench_container
	mac=$(random_mac)
	follow_new_boots 1 900 >"$LAB_DIR/logs/follow.log"
	powered=$(now_ms)
	vm_start perceus "$mac" --firmware "$firmware"
	follow_end || container_trouble "the node did not become ready"
	cpu=$(cpu_ms_of "$(process_id perceus)")
	ready=$(perceus boot show --json "$mac" | jq -r '.[0].events | map(select(.state == "ready")) | .[0].at')
	bench_result perceus $(($(date -d "$ready" +%s%3N) - powered)) "$cpu"
	vm_stop perceus
	container_stop
}

# the same machine, kernel, root and files of the node, by dnsmasq, iPXE and plain HTTP, without a system in between
bench_floor_boot() {
	floor_start
	powered=$(now_ms)
	vm_start floor "$floor_mac" --firmware "$firmware"
	deadline=$(($(now) + 900))
	until [ -s "$FLOOR/ready" ]; do
		[ "$(now)" -lt "$deadline" ] || stop "on the floor no machine became ready: see $LAB_DIR"
		sleep 0.1
	done
	cpu=$(cpu_ms_of "$(process_id floor)")
	bench_result floor $(($(head -n 1 "$FLOOR/ready") - powered)) "$cpu"
	vm_stop floor
	floor_stop
}

bench_container() {
	rm -rf "$LAB_DIR/instance"
	lab_settings stateless-ram | container_configure
	seed_plant
	container_start
}
