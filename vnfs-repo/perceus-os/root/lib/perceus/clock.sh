# shellcheck shell=sh disable=SC2154
# The node's clock beside the server's, by the header Date of its answers (RFC 9110, 5.6.7).

# ANSWERFILE: how many seconds this clock is ahead of the server's into $ahead; false when it did not say its time
clock_is_ahead() {
	date=
	[ ! -r "$1.date" ] || read -r date <"$1.date" || true
	theirs=$("$BUSYBOX" date -u -D '%a, %d %b %Y %H:%M:%S GMT' -d "${date%GMT*}GMT" +%s 2>/dev/null) || return 1
	ahead=$(($(date -u +%s) - theirs))
}

# ANSWERFILE: a clock that is a day and more wrong is set, for this system alone, so that the times of files make sense; without
# the server's time the build of this system is older than now
mend_clock() {
	if clock_is_ahead "$1"; then
		[ "$ahead" -gt 86400 ] || [ "$ahead" -lt -86400 ] || return 0
		right=$theirs
	else
		right=$(stat -c %Y "${SYSTEM:-}/etc/perceus-release" 2>/dev/null) || return 0
		[ "$(date -u +%s)" -lt $((right - 86400)) ] || return 0
	fi
	say "the clock said $(date -u '+%Y-%m-%d %H:%M') and is set to $(date -u -d "@$right" '+%Y-%m-%d %H:%M'): check the machine's battery"
	date -u -s "@$right" >/dev/null || say "the clock cannot be set"
}
