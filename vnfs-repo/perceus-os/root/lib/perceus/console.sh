# shellcheck shell=sh disable=SC2154
# What a person at the console sees, and chance. The kernel's log reaches every console and gives each line its time.

say() {
	echo "<5>perceus: $*" >>"${CONSOLE:-/dev/kmsg}"
}

# text from outside without control characters, at most 500 bytes
printable() {
	tr -d '\000-\011\013-\037\177' | tr '\n' ' ' | head -c 500 | sed 's/ *$//'
}

# FILE: what went wrong for a GNU tar that said it there; its last line only says that something did
tar_failure() { grep -v 'Exiting with failure status' "$1" | tail -n 1 | printable; }

random_below() {
	echo $(($(od -An -N4 -tu4 /dev/urandom) % $1))
}

nap_ms() {
	sleep "$(printf '%d.%03d' $(($1 / 1000)) $(($1 % 1000)))"
}

# SECONDS, in which a signal is heard. Who ends a service ends all its processes, and the sleep perhaps first: that is not our failure
idle() {
	sleep "$1" &
	wait $! || true
}

# milliseconds to wait after failure number N: doubling from one second to thirty, each between half and one and a half
back_off_ms() {
	case $1 in
	0) set -- 250 ;;
	1) set -- 1000 ;;
	2) set -- 2000 ;;
	3) set -- 4000 ;;
	4) set -- 8000 ;;
	5) set -- 16000 ;;
	*) set -- 30000 ;;
	esac
	echo $(($1 / 2 + $(random_below "$1")))
}
