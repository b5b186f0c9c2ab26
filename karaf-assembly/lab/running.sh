# shellcheck shell=sh
# Which container ./perceus COMMAND speaks to: the newest demo or run that still goes.

RUNNING=$BUILD/running

running_set() { echo "$$ $(start_time_of $$) $1" >"$RUNNING"; }

running_clear() {
	if [ "$(cut -d ' ' -f 1 "$RUNNING" 2>/dev/null)" = $$ ]; then rm -f "$RUNNING"; fi
}

# hands words to the client of the running container
running_command() {
	id='' start='' socket=''
	[ ! -f "$RUNNING" ] || read -r id start socket <"$RUNNING"
	if [ -z "$id" ] || [ "$(start_time_of "$id")" != "$start" ] || [ ! -S "$socket" ]; then
		stop "no container runs from this checkout: start one with ./perceus run or ./perceus demo --keep ('./perceus help' tells more)"
	fi
	PERCEUS_SOCKET=$socket exec "$PERCEUS_HOME/bin/perceus" "$@"
}
