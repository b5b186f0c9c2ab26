# shellcheck shell=sh disable=SC2154,SC2034,SC2016,SC2317

script() { printf '#!perceus run\n%s\n#!perceus end\n' "$1" >script; }

test_a_script_that_was_cut_off_is_not_run() {
	printf '#!perceus run\ntouch ran\n#!perceus en' >script
	follow_answer "$PWD/script"
	[ ! -e ran ]
	contains "$(cat "$CONSOLE")" "cut off"
}

test_a_script_without_the_last_line_break_is_whole() {
	printf '#!perceus run\n:\n#!perceus end' >script
	is_whole script
}

test_an_answer_of_another_kind_is_asked_again() {
	echo '<html>hello' >script
	follow_answer "$PWD/script"
	contains "$(cat "$CONSOLE")" "neither run, wait nor prove"
	[ -s "$RUN/naps" ]
}

test_a_wait_is_followed() {
	echo '#!perceus wait 7 not approved yet' >script
	follow_answer "$PWD/script"
	contains "$(cat "$CONSOLE")" "waiting: not approved yet"
}

test_a_rescue_asks_the_server_for_nothing() {
	mkfifo "$RUN/events" && exec 9<>"$RUN/events"
	sleep() { return 1; }
	open_shell() { echo "$1" >opened; }
	restart() { echo restarted >>opened; }
	rescue
	equal "$(cat opened)" "perceus.rescue=1
restarted"
	read -r line <&9
	contains "$line" "event=rescue"
}

test_the_sentence_of_a_script_is_kept() {
	script 'fail "no disk for the root"
touch ran'
	fails_with "no disk for the root" follow_answer "$PWD/script"
	[ ! -e ran ]
}

test_a_failing_command_ends_the_script() {
	mkfifo "$RUN/events" && exec 9<>"$RUN/events"
	script 'step partition
no-such-command
touch ran'
	fails_with "the step 'partition' failed: " follow_answer "$PWD/script"
	contains "$(cat "$RUN/failure")" "failed: line 3: no-such-command: not found"
	[ ! -e ran ]
}

test_an_unset_variable_ends_the_script() {
	script 'echo "$nothing_like_that"
touch ran'
	fails_with nothing_like_that follow_answer "$PWD/script"
	[ ! -e ran ]
}

test_a_failure_cannot_be_overlooked() {
	script 'fetch nonsense 1 file || true
enter_kexec kernel initrd args'
	kexec() { touch entered; }
	fails_with "is no SHA-256" follow_answer "$PWD/script"
	[ ! -e entered ]
}

test_a_script_that_enters_nothing_has_failed() {
	script ':'
	fails_with "without entering a system" follow_answer "$PWD/script"
}

test_the_script_knows_its_surroundings() {
	start_server
	script 'fail "$PERCEUS_SERVER $PERCEUS_MAC $WORK $DESTDIR"'
	fails_with "$PERCEUS_SERVER $PERCEUS_MAC $WORK $DESTDIR" follow_answer "$PWD/script"
}

test_a_refusal_is_explained() {
	start_server
	hardware_report() { echo "mac=$PERCEUS_MAC"; }
	answer 503 busy && answer 500 '' && answer 403 "the boot of this claim is over"
	fails_with "the boot of this claim is over" follow_server
	[ -e "$RUN/over" ]
	equal "$(wc -l <"$RUN/naps")" 2
	contains "$(cat "$CONSOLE")" "answered 503 (busy), asking again in"
	equal "$(cat requests/000)" "/node/script Bearer $PERCEUS_CLAIM
mac=$PERCEUS_MAC"
}

test_a_server_that_is_silent_is_asked_again_but_not_for_ever() {
	PERCEUS_SERVER=http://127.0.0.1:1
	hardware_report() { echo "mac=$PERCEUS_MAC"; }
	fails_with "did not answer" follow_server
	equal "$(wc -l <"$RUN/naps")" 30
}

test_no_program_has_a_token_or_a_body_as_its_argument() {
	start_server
	: >commands
	http_post "$PERCEUS_SERVER" tokentokentoken /node/event "secret body" answer >/dev/null
	contains "$(cat requests/000)" "Bearer tokentokentoken"
	contains "$(cat requests/000)" "secret body"
	contains "$(cat commands)" "exchange POST /node/event"
	refused grep -q 'tokentokentoken\|secret body' commands
}
