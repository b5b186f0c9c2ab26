# shellcheck shell=sh disable=SC2154,SC2317
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
