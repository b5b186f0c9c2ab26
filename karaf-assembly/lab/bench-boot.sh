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
	[ -z "$bench_direct" ] || bench_direct_boot "$mac"
	container_stop
}

# MAC: a machine that is known by now starts its own system at once
bench_direct_boot() {
	perceus node set direct-start=yes "$1" >/dev/null
	powered=$(now_ms)
	vm_start direct "$1" --firmware "$firmware"
	wait_ready "$1" 2
	cpu=$(cpu_ms_of "$(process_id direct)")
	ready=$(perceus boot list --json --limit 1 "$1" | jq -r '.[0].events | map(select(.state == "ready")) | .[0].at')
	bench_result direct $(($(date -d "$ready" +%s%3N) - powered)) "$cpu"
	vm_stop direct
}

# a machine that runs is booted again by kexec, from the end of its system to ready: it has kept its capsule, or with --direct it loads that
# again, but no Perceus OS
bench_kexec_boot() {
	kexec_by='keep-image = yes'
	[ -z "$bench_direct" ] || kexec_by='direct-start = yes'
	bench_container "setting.$kexec_by"
	mac=$(random_mac)
	vm_start kexec "$mac" --firmware "$firmware" --memory 2048
	wait_ready "$mac" 1
	before=$(cpu_ms_of "$(process_id kexec)")
	perceus node reboot --kexec "$mac" >/dev/null
	wait_ready "$mac" 2
	cpu=$(($(cpu_ms_of "$(process_id kexec)") - before))
	left=$(perceus boot list --json --limit 2 "$mac" | jq -r '.[1].events[-1].at')
	ready=$(perceus boot list --json --limit 2 "$mac" | jq -r '.[0].events[-1].at')
	took=$(($(date -d "$ready" +%s%3N) - $(date -d "$left" +%s%3N)))
	echo "kexec $took $cpu $(load_average)" >>"$LAB_DIR/results"
	say "kexec: ready $(seconds_of "$took") s after its system was left (load average $(load_average))"
	perceus boot show "$mac" >"$LAB_DIR/logs/kexec-boot.log"
	vm_stop kexec
	container_stop
}

# wait_ready MAC N: N boots of it have become ready
wait_ready() {
	deadline=$(($(now) + 900))
	until [ "$(perceus boot list --json --limit 2 "$1" 2>/dev/null | jq '[.[] | select(any(.events[]; .state == "ready"))] | length')" = "$2" ]; do
		[ "$(now)" -lt "$deadline" ] || container_trouble "the node did not become ready"
		sleep 1
	done
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

# bench_container [LINE]: of its org.perceus.node.cfg
bench_container() {
	rm -rf "$LAB_DIR/instance"
	{ lab_settings stateless-ram && echo "${1:-}"; } | container_configure
	seed_plant
	container_start
}
