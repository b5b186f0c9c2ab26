# shellcheck shell=sh disable=SC2154
# The key by which this machine proves to be the one that the server knows: that of the system before, which handed it on by kexec,
# or a new one, in RAM alone.

NODE_KEY=$RUN/node.key

# made while the network comes up
prepare_key() {
	{ take_key || make_key; } 2>"$RUN/key.errors" &
	KEY_MAKER=$!
}

take_key() {
	handed_on=${SYSTEM:-}/kept/node.key
	[ -f "$handed_on" ] && mv "$handed_on" "$NODE_KEY" && [ -n "$(public_key)" ] && say "the system before has handed on the key of this machine"
}

make_key() { (umask 077 && ssl genpkey -algorithm ed25519 -out "$NODE_KEY"); }

# from here on the claim is shown with the key and its signature
prove_claim() {
	wait "$KEY_MAKER" || true
	public=$(public_key)
	signature=$(sign "perceus-claim:$PERCEUS_CLAIM")
	if [ "${#public}" -eq 43 ] && [ "${#signature}" -eq 86 ]; then
		PERCEUS_CLAIM=$PERCEUS_CLAIM.$public.$signature
	else
		say "this machine shows no key: $(tail -n 1 "$RUN/key.errors" | printable)"
	fi
}

# of the form of RFC 8410, the key itself is the end
public_key() { ssl pkey -in "$NODE_KEY" -pubout -outform DER 2>>"$RUN/key.errors" | tail -c 32 | base64_url; }

sign() {
	printf '%s' "$1" >"$RUN/signed"
	ssl pkeyutl -sign -inkey "$NODE_KEY" -rawin -in "$RUN/signed" 2>>"$RUN/key.errors" | base64_url
}

ssl() { OPENSSL_CONF=/dev/null openssl "$@"; }

base64_url() { base64 | tr -d '=\n' | tr '+/' '-_'; }
