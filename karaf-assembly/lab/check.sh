# shellcheck shell=sh
# Saying what is right, and ending with all traces at the first thing that is not.

# check WHAT COMMAND…
check() {
	what=$1
	shift
	"$@" || trouble "$what"
	say "right: $what"
}

# equal WHAT FOUND EXPECTED
equal() {
	[ "$2" = "$3" ] || trouble "$1: found '$2' where '$3' was expected"
	say "right: $1: $2"
}

trouble() {
	{
		for console in "$LAB_DIR"/consoles/*.log; do
			[ -f "$console" ] || continue
			echo "--- the end of ${console##*/}"
			console_text "$(basename "$console" .log)" | tail -n 20
		done
		echo "--- the end of the container's log"
		container_log
	} >&2
	stop "WRONG: $1"
}
