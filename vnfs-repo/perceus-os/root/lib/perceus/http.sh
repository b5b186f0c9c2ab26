# shellcheck shell=sh disable=SC2154
# HTTP by nc, because wget hides the body of a refusal and takes longer. Shared with the agent of the second system.

BUSYBOX=${BUSYBOX:-/bin/busybox}
LIBRARY=${LIBRARY:-/lib/perceus}

# SERVER TOKEN PATH BODYFILE ANSWERFILE: prints the status, 000 when there was no answer; the body goes to ANSWERFILE
http_post() {
	rm -f "$5" "$5.status"
	: >"$5"
	"$BUSYBOX" timeout "${HTTP_SECONDS:-30}" "$BUSYBOX" nc -w 5 "$(http_host "$1")" "$(http_port "$1")" \
		-e "$BUSYBOX" sh "$LIBRARY/exchange" POST "$3" "${1#http://}" "$2" "$4" "$5" 2>/dev/null || true
	http_status "$5"
}

http_host() {
	set -- "${1#http://}"
	echo "${1%%:*}"
}

http_port() {
	case ${1#http://} in
	*:*) echo "${1##*:}" ;;
	*) echo 80 ;;
	esac
}

http_status() {
	status=000
	[ ! -s "$1.status" ] || read -r status <"$1.status"
	rm -f "$1.status"
	case $status in
	[1-5][0-9][0-9]) echo "$status" ;;
	*) echo 000 ;;
	esac
}
