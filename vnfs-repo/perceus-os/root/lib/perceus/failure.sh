# shellcheck shell=sh disable=SC2154
# How a boot ends that cannot go on: a sentence for the server and the console, then a reboot.

fail() {
	printf '%s\n' "$*" | printable >"$RUN/failure"
	exit 1
}

fail_as_over() {
	reason=$(printable <"${1:-$RUN/over}")
	: >"$RUN/over"
	fail "the server ended this boot${reason:+: $reason}"
}

# runs when init ends, for whatever reason
give_up() {
	set +e
	trap - EXIT
	sentence=$(cat "$RUN/failure" 2>/dev/null)
	[ -n "$sentence" ] || sentence="Perceus OS stopped unexpectedly"
	if [ -p "$RUN/events" ] && [ ! -e "$RUN/over" ]; then
		event event=failed "message=$sentence"
		confirm_events 20000 || say "the server could not be told"
	fi
	say "FAILED: $sentence"
	[ "${PERCEUS_DEBUG:-}" != 1 ] || open_shell perceus.debug=1
	restart
}

# WHY
open_shell() {
	say "$1: a shell on the console, 'exit' reboots"
	setsid cttyhack sh </dev/console >/dev/console 2>&1
}

# at a time of chance, so that a rack that failed together does not come back together
restart() {
	delay=$((5000 + $(random_below 10000)))
	say "rebooting in $((delay / 1000)) seconds"
	nap_ms "$delay"
	sync
	reboot -f
	sleep 60
	echo b >/proc/sysrq-trigger
}
