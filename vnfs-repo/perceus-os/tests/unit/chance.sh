# shellcheck shell=sh disable=SC2154,SC2034,SC2016,SC2317

test_back_off_stays_within_half_and_one_and_a_half() {
	for pair in 0:250 1:1000 2:2000 3:4000 4:8000 5:16000 6:30000 40:30000; do
		base=${pair#*:}
		for _ in 1 2 3 4 5 6 7 8 9 10; do
			delay=$(back_off_ms "${pair%:*}")
			[ "$delay" -ge $((base / 2)) ] && [ "$delay" -lt $((base * 3 / 2)) ]
		done
	done
}

test_back_off_differs_between_machines() {
	for _ in 1 2 3 4 5 6 7 8; do back_off_ms 6; done | sort -u >delays
	[ "$(wc -l <delays)" -gt 4 ]
}

test_a_wait_is_never_shorter_than_told() {
	for _ in 1 2 3 4 5; do wait_as_told 20 "not approved"; done
	while read -r nap; do
		[ "$nap" -ge 20000 ] && [ "$nap" -lt 22100 ]
	done <"$RUN/naps"
}

test_the_reason_of_a_wait_is_shown_once() {
	wait_as_told 1 "not approved" && wait_as_told 1 "not approved"
	equal "$(cat "$CONSOLE")" "<5>perceus: waiting: not approved"
}

test_a_wait_of_nonsense_is_bounded() {
	wait_as_told soon x && wait_as_told 99999999999999999999 x && wait_as_told 999999 x && wait_as_told 0 x && wait_as_told '' x
	{
		read -r words && read -r huge && read -r long && read -r zero && read -r none
	} <"$RUN/naps"
	[ "$words" -ge 10000 ] && [ "$words" -lt 11200 ]
	[ "$huge" -ge 10000 ] && [ "$huge" -lt 11200 ]
	[ "$long" -ge 3600000 ] && [ "$long" -lt 3970000 ]
	[ "$zero" -ge 1000 ] && [ "$zero" -lt 1300 ]
	[ "$none" -ge 10000 ] && [ "$none" -lt 11200 ]
}

test_control_characters_do_not_reach_the_console() {
	equal "$(printf 'a\033[2Jb\nc\r\177d\303\244' | printable)" "a[2Jb cd$(printf '\303\244')"
}

test_naps_are_seconds_with_milliseconds() {
	# shellcheck source=/dev/null
	. "$LIBRARY/console.sh"
	sleep() { echo "$1"; }
	equal "$(nap_ms 20) $(nap_ms 1005) $(nap_ms 30000)" "0.020 1.005 30.000"
}

test_a_sleep_that_is_ended_before_its_shell_hears_of_it_ends_nothing() {
	# shellcheck source=/dev/null
	. "$LIBRARY/console.sh"
	sleep() { return 143; }
	equal "$(set -e && idle 100 && echo 'it goes on')" 'it goes on'
	(set -e && idle 100 && : >went)
	[ -e went ]
}
