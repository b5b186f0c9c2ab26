# shellcheck shell=sh
# ./perceus bench: starts, sizes and boots, beside what they aim at; and swaps of modules.

for part in bench-boot bench-floor bench-modules bench-files bench-dhcp bench-registry bench-storm; do
	# shellcheck source=/dev/null
	. "$LAB_SCRIPTS/$part.sh"
done

bench_usage() {
	cat <<'END_OF_TEXT'
usage: ./perceus bench boot [--runs N] [--firmware bios|uefi] [--kernel full|cloud] [--floor-router] [--direct] [--kexec] [--json FILE]

Measures how long the container takes to start, its memory, the sizes of what is shipped, and how long a machine takes
from power-on to ready, beside the same kernel, root and files handed out by dnsmasq and a plain HTTP server in turn with
it. Medians of N runs (default 3). With --floor-router the floor announces an IPv6 router too, which iPXE waits for. With
--kernel cloud the Perceus OS is one for virtual machines, with the kernel that the capsule has; full (default) is for all machines.
With --direct the machine, which is known by then, boots a second time with the setting direct-start.
With --kexec a machine that runs is booted again by kexec, too, without its firmware: with a capsule that it has kept, or
with --direct into a direct start, for which it loads the capsule.

usage: ./perceus bench modules [--json FILE]

Measures how long it takes to swap a module, and how many scripts nodes get in a second before, during and after swaps.

usage: ./perceus bench http|tftp [--runs N] [--json FILE]

Measures how fast files come from the container, and at what processor time, in turn with nginx or dnsmasq.

usage: ./perceus bench dhcp [--runs N] [--json FILE]

Measures how many nodes get their addresses, how soon, and at what processor time, in turn with Kea.

usage: ./perceus bench registry [OPTION]...

Measures a site with a hundred thousand nodes: see ./perceus bench registry --help

usage: ./perceus bench storm [OPTION]...

Measures what happens when all nodes of a site are switched on at once: see ./perceus bench storm --help
END_OF_TEXT
}

bench_main() {
	case ${1:-} in
	registry | storm)
		bench=$1 && shift
		"bench_$bench" "$@"
		return
		;;
	esac
	words="bench $*"
	runs=3 json='' firmware=bios os_kernel=full floor_router='' bench_direct='' bench_kexec=''
	case ${1:-} in
	boot | modules | http | tftp | dhcp) bench=$1 && shift ;;
	'' | --help | -h) bench_usage && exit ;;
	*) stop "there is no bench '$1': see ./perceus bench --help" ;;
	esac
	while [ $# -gt 0 ]; do
		case $1 in
		--runs | --json | --firmware | --kernel)
			[ $# -ge 2 ] || stop "$1 needs a value"
			case $1 in --runs) runs=$2 ;; --json) json=$2 ;; --firmware) firmware=$2 ;; --kernel) os_kernel=$2 ;; esac
			shift 2
			;;
		--floor-router) floor_router=yes && shift ;;
		--direct) bench_direct=yes && shift ;;
		--kexec) bench_kexec=yes && shift ;;
		*) stop "bench $bench does not know '$1': see ./perceus bench --help" ;;
		esac
	done
	case $firmware in bios | uefi) ;; *) stop "--firmware is bios or uefi, not '$firmware'" ;; esac
	case $os_kernel in full | cloud) ;; *) stop "--kernel is full or cloud, not '$os_kernel'" ;; esac
	case $runs in *[!0-9]* | '' | 0* | ???*) stop "--runs is a number from 1 to 99, not '$runs'" ;; esac
	case $bench in
	modules)
		bench_modules
		return
		;;
	http | tftp)
		bench_files "$bench"
		return
		;;
	dhcp)
		bench_dhcp
		return
		;;
	esac
	need_root "$words"
	# shellcheck disable=SC2046
	need $(machine_packages) $(bench_packages) $(recipe_packages)
	lab_guard
	build_distribution
	build_perceus_os "$os_kernel"
	build_capsule
	lab_up
	switch_up provision 10.10.0.1/24
	seed_sow stateless-ram
	bench_starts
	floor_make
	run=0
	while [ "$run" -lt "$runs" ]; do
		run=$((run + 1))
		bench_perceus_boot
		bench_floor_boot
		[ -z "$bench_kexec" ] || bench_kexec_boot
	done
	bench_report
}

# starts with the data of a new instance, and starts again with what the first left
bench_starts() {
	run=0
	while [ "$run" -lt "$runs" ]; do
		run=$((run + 1))
		rm -rf "$LAB_DIR/instance"
		lab_settings stateless-ram | container_configure
		seed_plant
		bench_start first
		container_stop
		bench_start again
		sleep 10
		kib=$(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$(process_id container)/status")
		echo "resident $((kib * 1024)) 0 $(load_average)" >>"$LAB_DIR/results"
		say "$((kib / 1024)) MiB resident after ten idle seconds"
		container_stop
	done
}

bench_start() {
	started=$(now_ms)
	container_launch
	container_wait 180 container_serves
	took=$(($(now_ms) - started))
	cpu=$(cpu_ms_of "$(process_id container)")
	echo "start-$1 $took $cpu $(load_average)" >>"$LAB_DIR/results"
	say "start ($1): serves after $(seconds_of "$took") s, $(seconds_of "$cpu") s of processor time (load average $(load_average))"
}

# median KIND COLUMN
median() { awk -v kind="$1" -v column=$(($2 + 1)) '$1 == kind { print $column }' "$LAB_DIR/results" | sort -n | awk '{ v[NR] = $1 } END { print int((v[int((NR + 1) / 2)] + v[int((NR + 2) / 2)]) / 2) }'; }

bytes_of() { stat -L -c %s "$@" | awk '{ sum += $1 } END { print sum }'; }

bench_report() {
	system_bytes=$(bytes_of "$PERCEUS_OS/kernel" "$PERCEUS_OS/initramfs")
	archive_bytes=$(bytes_of "$(distribution_archive)")
	{
		printf 'WHAT\tMEASURED\tAIM\n'
		printf 'container starts, new instance\t%s s\t5 s\n' "$(seconds_of "$(median start-first 1)")"
		printf 'container starts again\t%s s\t5 s\n' "$(seconds_of "$(median start-again 1)")"
		printf 'container, idle, resident\t%s MB\t250 MB\n' "$(($(median resident 1) / 1000000))"
		printf 'distribution\t%s MB\t60 MB\n' "$((archive_bytes / 1000000))"
		printf 'Perceus OS, kernel and initramfs\t%s MB\t40 MB\n' "$((system_bytes / 1000000))"
		printf 'power-on to ready, the floor\t%s s\t\n' "$(seconds_of "$(median floor 1)")"
		printf 'power-on to ready, Perceus\t%s s\t\n' "$(seconds_of "$(median perceus 1)")"
		printf 'Perceus : floor, time\t%s\t1.25\n' "$(ratio "$(median perceus 1)" "$(median floor 1)")"
		printf 'Perceus : floor, processor time\t%s\t\n' "$(ratio "$(median perceus 2)" "$(median floor 2)")"
		[ -z "$bench_direct" ] || printf 'power-on to ready, direct start\t%s s\t\ndirect start : floor, time\t%s\t1.25\n' \
			"$(seconds_of "$(median direct 1)")" "$(ratio "$(median direct 1)" "$(median floor 1)")"
		[ -z "$bench_kexec" ] || printf 'kexec to ready\t%s s\t\nkexec : floor, time\t%s\t0.7\n' \
			"$(seconds_of "$(median kexec 1)")" "$(ratio "$(median kexec 1)" "$(median floor 1)")"
	} | awk -F '\t' '{ printf "%-36s %10s %8s\n", $1, $2, $3 }'
	echo "medians of $runs runs, $firmware firmware, the $os_kernel kernel${floor_router:+, a floor with an IPv6 router}, $(accelerator), $(nproc) processors"
	[ -z "$json" ] || bench_json >"$json"
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

bench_json() {
	jq -n --rawfile results "$LAB_DIR/results" --arg firmware "$firmware" --arg kernel "$os_kernel" --arg accelerator "$(accelerator)" \
		--argjson processors "$(nproc)" --argjson distribution "$archive_bytes" --argjson perceusOs "$system_bytes" '{
			firmware: $firmware, kernel: $kernel, accelerator: $accelerator, processors: $processors,
			distributionBytes: $distribution, perceusOsBytes: $perceusOs,
			runs: [$results | split("\n")[] | select(. != "") | split(" ")
				| {what: .[0], value: (.[1] | tonumber), processorMs: (.[2] | tonumber), load: (.[3] | tonumber)}]
		}'
}
