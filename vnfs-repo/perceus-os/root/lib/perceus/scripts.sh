# shellcheck shell=sh disable=SC2154
# Scripts of the site for the states of this node. Those of Perceus OS run at once, the others are for the second system.

# STATE NAME stop|continue: a script comes by standard input
node_script() {
	has_only "$1" a-z0-9- || fail "node_script: '$1' is no state"
	is_script_name "$2" || fail "node_script: '$2' is no name of a script"
	case $3 in
	stop | continue) ;;
	*) fail "node_script: '$3' is not what a node does when a script fails" ;;
	esac
	case $1 in
	init) run_init_script "$2" "$3" ;;
	start | ready | shutdown | x-*) keep_script "$1" "$2" "$3" ;;
	*) fail "node_script: there is no state '$1'" ;;
	esac
}

is_script_name() {
	has_only "$1" A-Za-z0-9._- || return 1
	case $1 in
	[._-]*) return 1 ;;
	esac
}

run_init_script() {
	cat >"$RUN/script"
	step "script $1"
	outcome=$(follow_script "$RUN/script" source_script "$RUN/script")
	rm -f "$RUN/script"
	[ -n "$outcome" ] || return 0
	# what a word of ours said in it says more
	[ ! -s "$RUN/failure" ] ||
		outcome="failed$(echo "$outcome" | sed -n 's/^failed with status [0-9]*\( at line [0-9]*\).*/\1/p'): $(cat "$RUN/failure")"
	rm -f "$RUN/failure"
	outcome=$(printf 'the script init %s %s' "$1" "$outcome" | printable)
	[ "$2" = continue ] || fail "$outcome"
	say "$outcome"
	event event=trouble "message=$outcome"
}

# a script has the words of Perceus OS, and changes nothing of its shell
source_script() (
	set +u
	set -x
	# shellcheck source=/dev/null
	. "$1"
)

# the node's configuration lists the scripts of this boot: what an earlier one left on a disk is not run
keep_script() {
	[ -f "$DESTDIR/etc/perceus/agent.conf" ] || fail "node_script: the agent of the node comes before its scripts"
	write_file "usr/lib/perceus/scripts/$1/$2" 0700
	printf 'script=%s %s %s\n' "$1" "$3" "$2" >>"$DESTDIR/etc/perceus/agent.conf"
	[ -e "$RUN/takes.$1" ] || take_along "scripts/$1"
	: >"$RUN/takes.$1"
}
