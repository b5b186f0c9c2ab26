# shellcheck shell=sh disable=SC2154,SC2317,SC2034
# The key of the machine, and how it is shown.

SYSTEM=$PWD/system
mkdir -p "$SYSTEM/kept"

shows() {
	prepare_key
	prove_claim
}

test_a_claim_is_shown_with_a_key_and_its_signature() {
	shows
	equal "${PERCEUS_CLAIM%%.*}" claimclaimclaimclaimclaim
	echo "$PERCEUS_CLAIM" | grep -Eq '^[a-z]+\.[A-Za-z0-9_-]{43}\.[A-Za-z0-9_-]{86}$'
	contains "$(cat "$CONSOLE")" "the key of this machine is SHA256:$(openssl pkey -in "$RUN/node.key" -pubout -outform DER | tail -c 32 | openssl dgst -sha256 -binary | base64 | tr -d =)"
	openssl pkey -in "$RUN/node.key" -pubout -out public
	printf 'perceus-claim:claimclaimclaimclaimclaim' >message
	printf '%s==' "${PERCEUS_CLAIM##*.}" | tr -- '-_' '+/' | base64 -d >signature
	openssl pkeyutl -verify -pubin -inkey public -rawin -in message -sigfile signature >/dev/null
	equal "$(stat -c %a "$RUN/node.key")" 600
}

test_a_machine_makes_its_own_key() {
	shows
	first=$PERCEUS_CLAIM
	PERCEUS_CLAIM=claimclaimclaimclaimclaim
	shows
	[ "$first" != "$PERCEUS_CLAIM" ]
}

test_the_key_of_the_system_before_is_taken_over() {
	openssl genpkey -algorithm ed25519 -out "$SYSTEM/kept/node.key"
	cp "$SYSTEM/kept/node.key" before
	shows
	cmp before "$RUN/node.key"
	[ ! -e "$SYSTEM/kept/node.key" ]
}

test_what_is_handed_on_and_is_no_key_is_replaced() {
	echo broken >"$SYSTEM/kept/node.key"
	shows
	echo "$PERCEUS_CLAIM" | grep -Eq '\.[A-Za-z0-9_-]{86}$'
}

test_without_a_key_the_claim_is_shown_alone() {
	openssl() { echo 'no such algorithm' >&2 && return 1; }
	shows
	equal "$PERCEUS_CLAIM" claimclaimclaimclaimclaim
	contains "$(cat "$CONSOLE")" "this machine shows no key: no such algorithm"
}

test_the_second_system_keeps_the_key_for_root_alone() {
	shows
	install_agent http://10.0.0.1:9870 tokentokentokentokentoken 52:54:00:12:34:56
	cmp "$RUN/node.key" "$DESTDIR/etc/perceus/node.key"
	equal "$(stat -c %a "$DESTDIR/etc/perceus/node.key")" 600
}

# a disk with an installation of MAC and a key of its own
installed_with_key() {
	export SYSFS="$PWD/sys" DEVICES="$PWD/dev"
	mkdir -p "$SYSFS/block/sda/device" "$DEVICES"
	truncate -s 8M "$DEVICES/sda"
	echo 16384 >"$SYSFS/block/sda/size"
	ssl genpkey -algorithm ed25519 -out "$NODE_KEY"
	cp "$NODE_KEY" installed
	write_disk_key sda
	(PERCEUS_MAC=$1 && write_mark sda complete 0123456789ab debian-12@1)
	rm "$NODE_KEY"
}

test_the_key_of_an_installation_is_shown_when_it_is_asked_for() {
	installed_with_key 52:54:00:12:34:56
	shows
	first=$PERCEUS_CLAIM
	refused show_installed_key
	: >"$RUN/drivers-loaded"
	show_installed_key
	cmp installed "$NODE_KEY"
	[ "$PERCEUS_CLAIM" != "$first" ]
	equal "${PERCEUS_CLAIM%%.*}" "${first%%.*}"
	equal "$(cat "$RUN/claim")" "$PERCEUS_CLAIM"
	refused show_installed_key
}

test_the_key_of_another_node_stays_where_it_is() {
	installed_with_key 52:54:00:00:00:01
	shows
	: >"$RUN/drivers-loaded"
	refused show_installed_key
	[ ! -e "$RUN/claim" ]
}

test_events_are_sent_with_the_key_that_is_shown_by_now() {
	start_server
	answer 204
	echo shownshownshownshown >"$RUN/claim"
	send_event "event=rescue	"
	contains "$(cat requests/000)" "Bearer shownshownshownshown"
}
