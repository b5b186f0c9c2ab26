# shellcheck shell=sh disable=SC2154
# One HTTP request by nc, because wget hides the body of a refusal. Shared with the agent of the second system.

# SERVER TOKEN PATH BODYFILE ANSWERFILE: prints the status, 000 when there was no answer; the body goes to ANSWERFILE
http_post() (
	address=${1#http://}
	case $address in
	*:*) port=${address##*:} ;;
	*) port=80 ;;
	esac
	{
		printf 'POST %s HTTP/1.0\r\nHost: %s\r\nAuthorization: Bearer %s\r\n' "$3" "$address" "$2"
		printf 'Content-Type: text/plain; charset=utf-8\r\nContent-Length: %d\r\n\r\n' "$(wc -c <"$4")"
		cat "$4"
	} | "$BUSYBOX" timeout "${HTTP_SECONDS:-30}" "$BUSYBOX" nc -w 5 "${address%%:*}" "$port" >"$5.raw" 2>/dev/null || true
	sed '1,/^\r*$/d' "$5.raw" >"$5"
	version='' status=''
	read -r version status _ <"$5.raw" || true
	rm -f "$5.raw"
	case $version:$status in
	HTTP/1.[01]:[1-5][0-9][0-9]*) printf '%.3s\n' "$status" ;;
	*) echo 000 ;;
	esac
)
