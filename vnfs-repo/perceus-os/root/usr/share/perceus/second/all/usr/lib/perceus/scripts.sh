# shellcheck shell=sh disable=SC2154
# Scripts of the site in the second system, for each of its states.

# shellcheck source=/dev/null
. "$HERE/trace.sh"

# STATE: runs them in order, once in a boot; false when one failed after which the node must not go on
run_scripts() {
	[ ! -e "$RUN/scripts.$1" ] || return 0
	mkdir -p "$RUN" && : >"$RUN/scripts.$1"
	for script in $(sed -n "s/^script=$1 \([a-z]* [A-Za-z0-9._-]*\)$/\1/p" "$CONFIG" | tr ' ' '/'); do
		say "script $1 ${script#*/}"
		file=$HERE/scripts/$1/${script#*/}
		outcome=$(follow_script "$file" start_script "$1" "$file" | printable)
		[ -n "$outcome" ] || continue
		outcome="the script $1 ${script#*/} $outcome"
		say "$outcome"
		case $script in
		continue/*) echo "$outcome" >>"$RUN/troubles" ;;
		*) echo "$outcome" >"$RUN/failure" && return 1 ;;
		esac
	done
}

# STATE FILE: by the interpreter that it names, or a shell. One that is a shell says in which line it is, for which bash takes the
# place of one that does not know.
start_script() {
	case $1 in
	shutdown) seconds=60 ;;
	*) seconds=600 ;;
	esac
	read -r first <"$2" || true
	case $first in
	'#!'*) interpreter=${first#??} ;;
	*) interpreter=/bin/sh ;;
	esac
	file=$2
	set -f
	# shellcheck disable=SC2086 # its words
	set -- $interpreter
	set +f
	[ "${1##*/}" != env ] || [ $# -ne 2 ] || shift
	case ${1##*/} in
	sh | ash | dash)
		if ! knows_lines "$@" && has bash; then
			shift
			set -- bash --posix -O xpg_echo "$@"
		fi
		;;
	bash | ksh) ;;
	*)
		timeout "$seconds" "$@" "$file"
		return
		;;
	esac
	# shellcheck disable=SC2016 # for the shell of the script
	timeout "$seconds" "$@" -c 'PS4=$1; shift; set -x; . "$0"' "$file" "$PS4"
}

# SHELL...
# shellcheck disable=SC2016 # for the shell
knows_lines() { [ -n "$("$@" -c 'echo $LINENO' 2>/dev/null)" ]; }
