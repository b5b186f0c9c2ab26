# shellcheck shell=sh disable=SC2154
# Programs of ours that whoever starts the second system starts beside its init, where no init does what they do.

# NAME early|late: the program of that name; "early" ones run one after the other, before the init has done much, "late" ones
# when these have ended, for as long as they like
run_beside() {
	case $1 in '' | *[!a-z-]*) fail "run_beside: '$1' is no name" ;; esac
	[ -r "$SHARE/beside/$1" ] || fail "run_beside: there is no program '$1'"
	case $2 in early | late) ;; *) fail "run_beside: a program runs early or late, not '$2'" ;; esac
	write_file "usr/lib/perceus/$1" 0755 <"$SHARE/beside/$1"
	echo "$2" | write_file "usr/lib/perceus/beside/$1" 0644
}
