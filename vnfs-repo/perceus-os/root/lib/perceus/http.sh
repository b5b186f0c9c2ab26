# shellcheck shell=sh disable=SC2154
# HTTP by nc, because wget hides the body of a refusal and takes longer. Shared with the agent of the second system, where every user
# reads the arguments of all programs, and nobody but root their environment: tokens and bodies go by that.

BUSYBOX=${BUSYBOX:-/bin/busybox}
LIBRARY=${LIBRARY:-/lib/perceus}

# SERVER TOKEN PATH BODY ANSWERFILE: prints the status, 000 when there was no answer; the body goes to ANSWERFILE, the
# server's time as it writes it to ANSWERFILE.date
http_post() { http_exchange POST "$@"; }

# SERVER TOKEN PATH ANSWERFILE: the same for a small answer to a question without a body
http_ask() { http_exchange GET "$1" "$2" "$3" '' "$4"; }

# METHOD SERVER TOKEN PATH BODY ANSWERFILE
http_exchange() {
	: >"$6"
	: >"$6.status"
	: >"$6.date"
	EXCHANGE_TOKEN=$3 EXCHANGE_BODY=$5 EXCHANGE_LENGTH=$(bytes_in "$5") \
		"$BUSYBOX" timeout "${HTTP_SECONDS:-30}" "$BUSYBOX" nc -w 5 "$(http_host "$2")" "$(http_port "$2")" \
		-e "$BUSYBOX" sh "$LIBRARY/exchange" "$1" "$4" "${2#http://}" "$6" 2>/dev/null || true
	http_status "$6"
}

# SERVER TOKEN PATH ANSWERFILE: becomes a download, which leaves its status for http_status
http_get() {
	export EXCHANGE_TOKEN="$2" EXCHANGE_BODY='' EXCHANGE_LENGTH=0
	exec "$BUSYBOX" nc -w 5 "$(http_host "$1")" "$(http_port "$1")" \
		-e "$BUSYBOX" sh "$LIBRARY/exchange" GET "$3" "${1#http://}" "$4" 2>/dev/null
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
