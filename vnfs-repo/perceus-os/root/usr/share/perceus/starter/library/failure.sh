# shellcheck shell=sh disable=SC2154
# How the start of a second system ends that cannot go on: a sentence for the server and the console, then a reboot.

fail() {
	printf '%s\n' "$*" | printable >"$RUN/failure"
	exit 1
}

# runs when the starter ends, for whatever reason
give_up() {
	set +e
	trap - EXIT
	sentence=$(cat "$RUN/failure" 2>/dev/null)
	error=$(tail -n 1 "$RUN/errors" 2>/dev/null | printable)
	[ -n "$sentence" ] || sentence="the root was not found: ${error:-a command in mount_root failed and did not say why}"
	say "FAILED: $sentence"
	tell_server "$sentence" || say "the server could not be told: $(cat "$RUN/failure" 2>/dev/null)"
	nap_ms $((5000 + $(random_below 10000)))
	reboot -f
}

tell_server() {
	rm -f "$RUN/failure"
	reach_server || return
	post_event "$(agent_token)" failed "message=$1" | grep -q '^[24]'
}

# a root that needs no network has not asked for it
reach_server() { { find_card && has_address; } || (load_network_drivers && bring_up_card 20000); }

# TOKEN EVENT [LINE]: prints the status
post_event() {
	HTTP_SECONDS=5 http_post "$PERCEUS_SERVER" "$1" /node/event "event=$2${3:+
$3}" "$RUN/answer"
}

# the newest that is there: of this boot, of the root, of a root that is the initramfs, of the installation
agent_token() {
	for config in /.perceus/node/etc/perceus/agent.conf "$ROOT/etc/perceus/agent.conf" /etc/perceus/agent.conf /.perceus/agent.conf; do
		[ ! -f "$config" ] || { sed -n 's/^token=//p' "$config" && return; }
	done
}
