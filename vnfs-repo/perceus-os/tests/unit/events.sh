# shellcheck shell=sh disable=SC2154,SC2034,SC2016,SC2317

bodies() {
	for request in requests/*; do sed -n '2,$p' "$request" | paste -s -d ' '; done
}

test_events_keep_their_order() {
	start_server
	start_events
	for number in 1 2 3 4 5; do step "part $number"; done
	event event=entering
	confirm_events 10000
	equal "$(bodies)" "event=step name=part 1
event=step name=part 2
event=step name=part 3
event=step name=part 4
event=step name=part 5
event=entering"
}

test_an_event_is_sent_until_it_is_durable() {
	start_server
	answer 500 && answer 503 && answer 204
	start_events
	event event=step name=a
	confirm_events 10000
	equal "$(bodies | sort -u) $(bodies | wc -l)" "event=step name=a 3"
}

test_a_boot_that_is_over_sends_no_more() {
	start_server
	answer 403 "this boot is over"
	start_events
	step a
	confirm_events 10000
	fails_with "this boot is over" step b
	equal "$(find requests -type f | wc -l)" 1
}

test_a_value_cannot_become_a_field() {
	start_server
	start_events
	event event=failed "message=a
event=ready	percent=1"
	confirm_events 10000
	equal "$(bodies)" "event=failed message=a event=readypercent=1"
}

test_text_is_sent_as_it_is() {
	start_server
	start_events
	event event=failed "message=no * found in \$HOME, 5 °C 'x\""
	confirm_events 10000
	equal "$(bodies)" "event=failed message=no * found in \$HOME, 5 °C 'x\""
}

test_progress_is_left_out_while_the_queue_is_busy() {
	start_server
	start_events
	: >"$RUN/sending"
	progress image 50
	rm "$RUN/sending"
	progress image 60
	confirm_events 10000
	equal "$(bodies)" "event=progress name=image percent=60"
}

test_no_answer_is_not_waited_for_endlessly() {
	PERCEUS_SERVER=http://127.0.0.1:1
	start_events
	event event=failed message=x
	refused confirm_events 300
}
