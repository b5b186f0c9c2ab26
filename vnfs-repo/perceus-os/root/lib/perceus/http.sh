# shellcheck shell=sh disable=SC2154
# HTTP by nc, because wget hides the body of a refusal and takes longer. Shared with the agent of the second system.

BUSYBOX=${BUSYBOX:-/bin/busybox}
LIBRARY=${LIBRARY:-/lib/perceus}

# SERVER TOKEN PATH BODY ANSWERFILE: prints the status, 000 when there was no answer; the body goes to ANSWERFILE
http_post() {
	: >"$5"
	: >"$5.status"
	"$BUSYBOX" timeout "${HTTP_SECONDS:-30}" "$BUSYBOX" nc -w 5 "$(http_host "$1")" "$(http_port "$1")" \
		-e "$BUSYBOX" sh "$LIBRARY/exchange" POST "$3" "${1#http://}" "$2" "$(bytes_in "$4")" "$4" "$5" 2>/dev/null || true
	http_status "$5"
}

# SERVER TOKEN PATH ANSWERFILE: becomes a download, which leaves its status for http_status
http_get() {
	exec "$BUSYBOX" nc -w 5 "$(http_host "$1")" "$(http_port "$1")" \
		-e "$BUSYBOX" sh "$LIBRARY/exchange" GET "$3" "${1#http://}" "$2" 0 '' "$4" 2>/dev/null
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

line_break='
'
# the shell counts characters, which are bytes in ASCII only
bytes_in() {
	case $1 in
	*[!\ -~"$line_break"]*) printf '%s' "$1" | wc -c ;;
	*) echo "${#1}" ;;
	esac
}

http_status() {
	status=
	[ ! -e "$1.status" ] || read -r status <"$1.status" || true
	case $status in
	[1-5][0-9][0-9]) echo "$status" ;;
	*) echo 000 ;;
	esac
}
