# shellcheck shell=sh
# Processes of the lab. Each one leads a session of its own and is written down, so that it can be ended by its id
# and by nothing else. A line of the book: NAME PID START, where START tells the process from a later one with its id.

start_time_of() { sed 's/^.*) //' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 20; }

# process_start NAME COMMAND… starts it in the lab's namespace; output goes to logs/NAME.log
process_start() {
	name=$1
	shift
	setsid ip netns exec "$LAB" "$@" >>"$LAB_DIR/logs/$name.log" 2>&1 </dev/null &
	process_note "$name" $!
}

process_note() { echo "$1 $2 $(start_time_of "$2")" >>"$LAB_DIR/processes"; }

# the id of the newest process of that name, when it still runs
process_id() {
	sed -n "s/^$1 //p" "$LAB_DIR/processes" 2>/dev/null | tail -n 1 | {
		read -r id start && [ -n "$start" ] && [ "$(start_time_of "$id")" = "$start" ] && is_alive "$id" && echo "$id"
	}
}

# a process that ended and was not waited for yet is not alive
is_alive() {
	kill -0 "$1" 2>/dev/null || return 1
	case $(sed 's/^.*) //' "/proc/$1/stat" 2>/dev/null) in
	Z* | '') return 1 ;;
	esac
}

# process_end NAME [SIGNAL [SECONDS]] signals it with all that it started, and kills what is left after that time
process_end() {
	id=$(process_id "$1") || return 0
	kill -s "${2:-TERM}" -- "-$id" 2>/dev/null || true
	tenths=$((${3:-5} * 10))
	while is_alive "$id" && [ "$tenths" -gt 0 ]; do
		sleep 0.1
		tenths=$((tenths - 1))
	done
	kill -s KILL -- "-$id" 2>/dev/null || true
	wait "$id" 2>/dev/null || true
}

# end_all_processes BOOK
end_all_processes() {
	[ -f "$1" ] || return 0
	while read -r name id start; do
		[ "$(start_time_of "$id")" = "$start" ] || continue
		kill -s KILL -- "-$id" 2>/dev/null || true
		wait "$id" 2>/dev/null || true
	done <"$1"
}
