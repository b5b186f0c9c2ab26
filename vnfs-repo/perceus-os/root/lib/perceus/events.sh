# shellcheck shell=sh disable=SC2154
# Events of the boot's time-line. One background process sends them in order, so that they do not slow the boot.

start_events() {
	mkfifo "$RUN/events"
	send_events <>"$RUN/events" &
}

# KEY=VALUE...: puts one event into the queue, as one line of fields that tabs divide
event() {
	line=
	for field in "$@"; do
		case $field in
		*[![:print:]]*) field=$(printf '%s' "$field" | printable) ;;
		esac
		line="$line$field	"
	done
	printf '%s\n' "$line" >"$RUN/events"
}

# waits until everything in the queue is confirmed or refused, at most MILLISECONDS
confirm_events() {
	MARK=$RUN/mark.$(random_below 1000000000)
	printf '@%s\n' "$MARK" >"$RUN/events"
	wait_for "$1" is_marked
}

is_marked() { [ -e "$MARK" ]; }

send_events() {
	set -f
	while IFS= read -r line; do
		case $line in
		@*) : >"${line#@}" ;;
		*)
			: >"$RUN/sending"
			send_event "$line"
			rm -f "$RUN/sending"
			;;
		esac
	done
}

# the fields of a line of the queue into $body, each on a line of its own
fields_of() {
	body=
	IFS='	'
	for field in $1; do
		body="$body$field
"
	done
	unset IFS
}

# $RUN/over tells everybody that the server has ended this boot
send_event() {
	fields_of "$1"
	failures=0
	while [ ! -e "$RUN/over" ]; do
		[ ! -e "$RUN/claim" ] || read -r PERCEUS_CLAIM <"$RUN/claim"
		status=$(http_post "$PERCEUS_SERVER" "$PERCEUS_CLAIM" /node/event "$body" "$RUN/event.answer")
		case $status in
		2*) return ;;
		403) cp "$RUN/event.answer" "$RUN/over" ;;
		4*) say "the server refused an event: $(printable <"$RUN/event.answer")" && return ;;
		esac
		nap_ms "$(back_off_ms "$failures")"
		failures=$((failures + 1))
	done
}

step() {
	[ ! -e "$RUN/over" ] || fail_as_over
	printf '%s\n' "$1" >"$RUN/step"
	say "$1"
	event event=step "name=$1"
}

# progress is worth nothing late: it is left out while the queue is busy
progress() {
	[ -e "$RUN/sending" ] || event event=progress "name=$1" "percent=$2"
}
