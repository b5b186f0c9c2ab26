# shellcheck shell=sh disable=SC2154
# The stub of ssh-keygen is found by its name alone, so the program runs in a shell that has no applets of its own.

host_keys() { SYSTEM=$PWD PATH=$PWD/bin "$BUSYBOX" sh "$SHARE/second/all/usr/lib/perceus/host-keys"; }

stub_keygen() {
	mkdir -p bin etc/ssh
	printf '#!%s sh\necho "$@" >>%s/asked\n' "$BUSYBOX" "$PWD" >bin/ssh-keygen
	chmod 755 bin/ssh-keygen
}

test_a_node_without_host_keys_makes_them() {
	stub_keygen
	host_keys
	equal "$(cat asked)" -A
}

test_keys_that_are_there_stay() {
	stub_keygen
	echo key >etc/ssh/ssh_host_ed25519_key
	host_keys
	[ ! -e asked ]
}

test_a_node_without_sshd_makes_none() {
	stub_keygen
	rm -r etc
	host_keys
	[ ! -e asked ]
}
