# shellcheck shell=sh
# What the scripts tell the person at the terminal.

say() { echo "perceus: $*"; }

stop() {
	echo "perceus: $*" >&2
	exit 1
}

# ends a test that cannot run here, which the runner counts and shows: it has not passed
skip() {
	echo "SKIPPED: $*"
	exit 77
}

now() { date +%s; }

# milliseconds since the epoch
now_ms() { date +%s%3N; }

# tenths as a person reads them: seconds_of 12345 prints 12.3
seconds_of() { echo "$(($1 / 1000)).$(($1 % 1000 / 100))"; }

# step WORDS LOG COMMAND… runs the command out of sight and says how long it takes; its output is kept in LOG
step() {
	words=$1 log=$2
	shift 2
	mkdir -p "$(dirname "$log")"
	began=$(now)
	setsid "$@" >"$log" 2>&1 </dev/null &
	working=$!
	watch_step
	code=0
	wait "$working" || code=$?
	working=
	if [ "$code" -ne 0 ]; then
		[ ! -t 1 ] || printf '\r\033[K'
		tail -n 30 "$log" | sed 's/^/    /' >&2
		stop "$words failed after $(($(now) - began)) s; the lines above are the end of $log"
	fi
	[ ! -t 1 ] || printf '\r\033[K'
	say "$words: done in $(($(now) - began)) s"
}

watch_step() {
	[ -t 1 ] || say "$words ..."
	while kill -0 "$working" 2>/dev/null; do
		elapsed=$(($(now) - began))
		if [ -t 1 ]; then
			printf '\rperceus: %s ... %d s' "$words" "$elapsed"
		elif [ "$elapsed" -gt 0 ] && [ $((elapsed % 60)) -eq 0 ]; then
			say "$words ... $elapsed s"
		fi
		sleep 1
	done
}

# ends the step or the tests that run, whatever they started
abandon_step() {
	for id in ${working:-}; do kill -s TERM -- "-$id" 2>/dev/null || true; done
	for id in ${working:-}; do wait "$id" 2>/dev/null || true; done
	working=
}
