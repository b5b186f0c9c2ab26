# shellcheck shell=sh disable=SC2154
# What the server wants: run a script, wait, or nothing from this machine.

# a person works on the machine: the server is told that it lives, and asked for nothing
rescue() {
	event event=rescue
	while sleep 20; do [ -e "$RUN/sending" ] || event event=rescue; done &
	open_shell perceus.rescue=1
	say "the rescue shell was left"
	trap - EXIT
	restart
}

follow_server() {
	failures=0
	while :; do
		status=$(http_post "$PERCEUS_SERVER" "$PERCEUS_CLAIM" /node/script "$(hardware_report)" "$RUN/answer")
		[ "$status" = 000 ] || mend_clock "$RUN/answer"
		case $status in
		200) failures=0 && follow_answer "$RUN/answer" ;;
		403) fail_as_over "$RUN/answer" ;;
		4*) fail "the server refused this machine: $(printable <"$RUN/answer")" ;;
		*)
			[ "$failures" -lt 30 ] || fail "$PERCEUS_SERVER did not answer"
			delay=$(back_off_ms "$failures")
			failures=$((failures + 1))
			say "$(not_served "$status" "$RUN/answer"), asking again in $((delay / 1000 + 1)) s"
			nap_ms "$delay"
			;;
		esac
	done
}

not_served() {
	reason=$(printable <"$2")
	case $1 in
	000) echo "no answer from $PERCEUS_SERVER" ;;
	*) echo "$PERCEUS_SERVER answered $1${reason:+ ($reason)}" ;;
	esac
}

follow_answer() {
	verb='' seconds='' reason=''
	read -r word verb seconds reason <"$1" || true
	case $word:$verb in
	'#!perceus:run') run_script "$1" ;;
	'#!perceus:wait') wait_as_told "$seconds" "$reason" ;;
	'#!perceus:prove') show_installed_key || wait_as_told "$seconds" "$reason" ;;
	*) ask_again "an answer that is neither run, wait nor prove" ;;
	esac
}

ask_again() {
	say "the server sent $1, asking again"
	nap_ms "$(back_off_ms 3)"
}

# a tenth more by chance, so that machines that were told together do not ask together
wait_as_told() {
	is_number "$1" || set -- 10 "$2"
	[ "$1" -le 3600 ] || set -- 3600 "$2"
	[ "$1" -ge 1 ] || set -- 1 "$2"
	reason=$(printf '%s' "$2" | printable)
	[ "$reason" = "${last_reason:-}" ] || say "waiting: $reason"
	last_reason=$reason
	nap_ms $(($1 * 1000 + $(random_below $(($1 * 100 + 100)))))
}

is_whole() { [ "$(tail -n 1 "$1")" = '#!perceus end' ]; }

run_script() {
	is_whole "$1" || {
		ask_again "a script that was cut off"
		return 0
	}
	# in the background, because set -e has no effect in a command whose status is looked at
	(
		set -eu
		# shellcheck source=/dev/null
		. "$1"
	) 2>"$RUN/errors" &
	wait $! || explain_failure
	[ ! -e "$RUN/failure" ] || exit 1
	! begins || end_well
	fail "the script of this node ended without entering a system"
}

end_well() {
	trap - EXIT
	exit 0
}

explain_failure() {
	[ ! -e "$RUN/failure" ] || exit 1
	fail "the step '$(cat "$RUN/step" 2>/dev/null)' failed: $(tail -n 1 "$RUN/errors" | sed 's/^.*\(line [0-9]*: \)/\1/' | printable)"
}
