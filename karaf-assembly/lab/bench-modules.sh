# shellcheck shell=sh disable=SC2154
# Swaps of a module while simulated nodes request scripts from the container that is shipped, in the same process as it.

bench_modules() {
	# shellcheck disable=SC2046
	need $(machine_packages)
	figures=$BUILD/bench-modules.json
	rm -f "$figures"
	say "building, and swapping a module under load (the log is .build/logs/bench-modules.log)"
	mkdir -p "$BUILD/logs"
	"$(maven)" -B -ntp -f "$ROOT/pom.xml" verify -pl :itests -am \
		-Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \
		-Dit.test=ModulesBenchmark -Dfailsafe.failIfNoSpecifiedTests=false \
		"-Dperceus.bench.json=$figures" \
		>"$BUILD/logs/bench-modules.log" 2>&1 || stop "the benchmark failed: see .build/logs/bench-modules.log"
	bench_modules_report
	[ -z "$json" ] || cp "$figures" "$json"
}

bench_modules_report() {
	jq -r '
		["swap, median", "\(.swapMs.median) ms"],
		["swap, longest", "\(.swapMs.longest) ms"],
		["former module in use after that, longest", "\(.drainMs.longest) ms"],
		["scripts per second before", "\(.scriptsPerSecond.before)"],
		["scripts per second during", "\(.scriptsPerSecond.during)"],
		["scripts per second after", "\(.scriptsPerSecond.after)"],
		["during : before", "\(.scriptsPerSecond.during / .scriptsPerSecond.before * 100 | round / 100)"],
		["nodes that were told to wait", "\(.waits)"],
		["answers that were not whole", "\(.faults)"] | @tsv' "$figures" |
		awk -F '\t' '{ printf "%-42s %10s\n", $1, $2 }'
	jq -r '"\(.swaps) swaps, \(.nodes) nodes that ask without pause, from the same process as the container"' "$figures"
}
