# shellcheck shell=sh disable=SC2154
# The key by which this machine proves to be the one that the server knows: that of the system before, which handed it on by kexec,
# or a new one; where that is not enough, the one that lies on the disk of an installation.

NODE_KEY=$RUN/node.key

# made and looked at while the network comes up
prepare_key() {
	{
		take_key || make_key
		look_at_key
	} 2>"$RUN/key.errors" &
	KEY_MAKER=$!
}

look_at_key() {
	raw_key >"$RUN/key.raw"
	base64_url <"$RUN/key.raw" >"$RUN/key.public"
	ssl dgst -sha256 -binary "$RUN/key.raw" | base64 | tr -d '=' >"$RUN/key.fingerprint"
}

take_key() {
	handed_on=${SYSTEM:-}/kept/node.key
	[ -f "$handed_on" ] && mv "$handed_on" "$NODE_KEY" && ssl pkey -in "$NODE_KEY" -noout
}

make_key() { (umask 077 && ssl genpkey -algorithm ed25519 -out "$NODE_KEY"); }

# the end of what RFC 8410 makes of it
raw_key() { ssl pkey -in "$NODE_KEY" -pubout -outform DER | tail -c 32; }

# from here on the claim is shown with the key and its signature
prove_claim() {
	wait "$KEY_MAKER" || true
	show_key
}

show_key() {
	public=$(cat "$RUN/key.public" 2>/dev/null || true)
	signature=$(sign "perceus-claim:$PERCEUS_CLAIM")
	if [ "${#public}" -eq 43 ] && [ "${#signature}" -eq 86 ]; then
		PERCEUS_CLAIM=$PERCEUS_CLAIM.$public.$signature
		say "the key of this machine is SHA256:$(cat "$RUN/key.fingerprint")"
	else
		say "this machine shows no key: $(tail -n 1 "$RUN/key.errors" | printable)"
	fi
}

# the server asks for the key of the node: an installation may have it, on a disk that comes later than the network; false when there is none
show_installed_key() {
	[ -z "${key_sought:-}" ] && drivers_are_loaded || return
	key_sought=yes
	for disk in $(disks); do
		[ "$(mark_value "$disk" mac)" = "$PERCEUS_MAC" ] || continue
		read_disk_key "$disk" >"$RUN/key.found"
		! ssl pkey -in "$RUN/key.found" -noout 2>/dev/null || {
			say "the key of the installation on $disk is shown"
			mv "$RUN/key.found" "$NODE_KEY"
			PERCEUS_CLAIM=${PERCEUS_CLAIM%%.*}
			look_at_key
			show_key
			# for who sends events meanwhile
			echo "$PERCEUS_CLAIM" >"$RUN/claim.new" && mv "$RUN/claim.new" "$RUN/claim"
			return 0
		}
	done
	return 1
}

sign() {
	printf '%s' "$1" >"$RUN/signed"
	ssl pkeyutl -sign -inkey "$NODE_KEY" -rawin -in "$RUN/signed" 2>>"$RUN/key.errors" | base64_url
}

ssl() { OPENSSL_CONF=/dev/null openssl "$@"; }

base64_url() { base64 | tr -d '=\n' | tr '+/' '-_'; }
