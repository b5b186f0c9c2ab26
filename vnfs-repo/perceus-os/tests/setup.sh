# shellcheck shell=sh disable=SC2034,SC2154
# What each unit test begins with: the functions of Perceus OS in an empty folder, and words to check with.

tests=$0
export RUN="$PWD/run" WORK="$PWD/work" DESTDIR="$PWD/destdir" CONSOLE="$PWD/console"
export BUSYBOX="$busybox" LIBRARY="$files/lib/perceus" SHARE="$files/usr/share/perceus"
mkdir "$RUN" "$WORK" "$DESTDIR"
: >"$CONSOLE"

for part in console failure arguments http events key drivers network hardware bootorder direct fetch kept archive files site_files install services address beside kexec tools disks choice installed clock kernel_log trace scripts server; do
	# shellcheck source=/dev/null
	. "$LIBRARY/$part.sh"
done
PERCEUS_CLAIM=claimclaimclaimclaimclaim
PERCEUS_SERVER=http://10.0.0.1:9870
PERCEUS_MAC=52:54:00:12:34:56 PERCEUS_VLAN='' PERCEUS_IP=10.0.0.9/24 PERCEUS_GATEWAY=10.0.0.254

# tests do not wait: what would have been waited is noted
nap_ms() { echo "$1" >>"$RUN/naps"; }

equal() {
	[ "$1" = "$2" ] || {
		printf 'expected: %s\nbut got:  %s\n' "$2" "$1"
		exit 1
	}
}

contains() {
	case $1 in
	*"$2"*) ;;
	*)
		printf 'expected to contain: %s\nbut got: %s\n' "$2" "$1"
		exit 1
		;;
	esac
}

# COMMAND...: must be false
refused() {
	! ("$@") || {
		echo "was accepted: $*"
		exit 1
	}
}

# SENTENCE COMMAND...: must fail with a sentence like that
fails_with() {
	sentence=$1
	shift
	rm -f "$RUN/failure"
	refused "$@"
	contains "$(cat "$RUN/failure" 2>/dev/null)" "$sentence"
}

# answers each request with the next file of answers/; requests are noted in requests/
start_server() {
	mkdir -p answers requests artifact
	python3 "$tests/server.py" "$PWD" &
	until [ -s port ]; do sleep 0.05; done
	PERCEUS_SERVER=http://127.0.0.1:$(cat port)
}

# STATUS [BODY]: the next answer
answer() {
	count=$(find answers -type f | wc -l)
	printf '%s\n%s' "$1" "${2:-}" >"answers/$(printf %03d "$count")"
}
