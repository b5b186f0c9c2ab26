# shellcheck shell=sh disable=SC2154,SC2016
# The stubs of what makes keys are found by their names alone, so the program runs in a shell that has no applets of its own.

host_keys() { SYSTEM=$PWD PATH=$PWD/bin "$BUSYBOX" sh "$SHARE/second/all/usr/lib/perceus/host-keys"; }

# PROGRAM FOLDER: the system has a server with that
has_server() {
	mkdir -p bin "etc/$2"
	printf '#!%s sh\necho "%s $@" >>%s/asked\n' "$BUSYBOX" "$1" "$PWD" >"bin/$1"
	chmod 755 "bin/$1"
}

test_a_node_without_host_keys_makes_them() {
	has_server ssh-keygen ssh
	host_keys
	equal "$(cat asked)" "ssh-keygen -A"
}

test_keys_that_are_there_stay() {
	has_server ssh-keygen ssh
	has_server dropbearkey dropbear
	echo key >etc/ssh/ssh_host_ed25519_key
	echo key >etc/dropbear/dropbear_rsa_host_key
	host_keys
	[ ! -e asked ]
}

test_an_empty_file_is_no_key() {
	has_server ssh-keygen ssh
	: >etc/ssh/ssh_host_ed25519_key
	host_keys
	equal "$(cat asked)" "ssh-keygen -A"
}

test_dropbear_has_a_key_of_each_kind() {
	has_server dropbearkey dropbear
	host_keys
	equal "$(paste -s -d , asked)" "dropbearkey -t ed25519 -f $PWD/etc/dropbear/dropbear_ed25519_host_key,dropbearkey -t ecdsa -f $PWD/etc/dropbear/dropbear_ecdsa_host_key,dropbearkey -t rsa -f $PWD/etc/dropbear/dropbear_rsa_host_key"
}

test_a_dropbear_that_does_not_know_a_kind_has_the_others() {
	has_server dropbearkey dropbear
	echo 'case $2 in ed25519) exit 1 ;; esac' >>bin/dropbearkey
	host_keys
	equal "$(grep -c . asked)" 3
}

test_a_node_without_a_server_makes_none() {
	has_server ssh-keygen ssh
	has_server dropbearkey dropbear
	rm -r etc
	host_keys
	[ ! -e asked ]
}
