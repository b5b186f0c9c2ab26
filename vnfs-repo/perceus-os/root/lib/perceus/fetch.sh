# shellcheck shell=sh disable=SC2154
# Artifacts: downloaded, never used when their hash differs.

# SHA256 BYTES FILE
fetch() (
	is_hash "$1" || fail "fetch: '$1' is no SHA-256"
	is_number "$2" || fail "fetch: '$2' is no number of bytes"
	echo "$1 $3" >>"$RUN/fetched"
	! is_loaded "$1" "$3" || return 0
	! take_kept "$1" "$3" || return 0
	check_space "$2" "$3"
	failures=0
	until download "$1" "$2" "$3"; do
		[ ! -e "$RUN/over" ] || fail_as_over
		[ "$failures" -lt 8 ] || fail "artifact $1 could not be downloaded: got $(size_of "$3") of $2 bytes, status $status"
		delay=$(back_off_ms "$failures")
		failures=$((failures + 1))
		say "download broke off at $(size_of "$3") of $2 bytes (status $status), trying again in $((delay / 1000 + 1)) s"
		nap_ms "$delay"
	done
)

check_space() {
	free=$(df -Pk "$(dirname "$2")" | awk 'NR == 2 { print $4 }')
	[ "$free" -gt $(($1 / 1024)) ] || fail "an artifact of $(($1 / 1048576)) MiB does not fit into the $((free / 1024)) MiB that are free"
}

download() {
	: >"$3"
	: >"$3.status"
	http_get "$PERCEUS_SERVER" "$PERCEUS_CLAIM" "/artifact/$1" "$3" &
	loader=$!
	watch_download "$2" "$3" "$loader" &
	watcher=$!
	wait "$loader" || true
	kill "$watcher" 2>/dev/null || true
	status=$(http_status "$3")
	case $status in
	200) [ "$(size_of "$3")" = "$2" ] || return 1 ;;
	403) fail_as_over "$3" ;;
	4*) fail "the server refused artifact $1: $(printable <"$3")" ;;
	*) return 1 ;;
	esac
	verify "$1" "$3"
	# the folder may be the root of a second system
	rm -f "$3.status" "$3.date"
}

# of the file and not of a pipe, which costs more than the hash
verify() {
	hash=$(sha256sum "$2")
	[ "${hash%% *}" = "$1" ] || fail "artifact $1 arrived with another content: its SHA-256 is ${hash%% *}"
}

size_of() { stat -c %s "$1"; }

# once a second; ends a download that has stood still for a minute
watch_download() {
	name=$(cat "$RUN/step" 2>/dev/null || echo fetch)
	before=0 still=0
	while sleep 1; do
		now=$(size_of "$2")
		[ "$1" -eq 0 ] || progress "$name" $((now * 100 / $1))
		if [ "$now" = "$before" ]; then still=$((still + 1)); else still=0; fi
		[ "$still" -lt 60 ] || kill "$3"
		before=$now
	done
}
