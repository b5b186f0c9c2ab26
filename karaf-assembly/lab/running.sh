# shellcheck shell=sh
# Which container ./perceus COMMAND speaks to: the newest demo or run that still goes.

RUNNING=$BUILD/running

running_set() {
	{ running && echo "$$ $(start_time_of $$) $1"; } >"$RUNNING.new"
	mv "$RUNNING.new" "$RUNNING"
}

# those that still go, the newest last, each in a line PID START SOCKET
running() {
	[ ! -f "$RUNNING" ] || while read -r id start socket; do
		[ "$(start_time_of "$id")" != "$start" ] || echo "$id $start $socket"
	done <"$RUNNING"
}

# the socket of the newest that takes commands already
running_socket() {
	running | while read -r _ _ socket; do
		[ ! -S "$socket" ] || echo "$socket"
	done | tail -n 1
}

# hands words to the client of the running container
running_command() {
	socket=$(running_socket)
	[ -n "$socket" ] ||
		stop "no container runs from this checkout: start one with ./perceus run or ./perceus demo --keep ('./perceus help' tells more)"
	PERCEUS_SOCKET=$socket exec "$PERCEUS_HOME/bin/perceus" "$@"
}
