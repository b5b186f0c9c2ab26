# shellcheck shell=sh disable=SC2154
# Roots whose first program does not start.

INIT=usr/lib/systemd/systemd

cause_init_missing() {
	in_tree mv "$INIT" "$LAB_DIR/init"
	machine init-missing method=nfs-root
	named init-missing 'init.*(missing|no )|no .*init'
	in_tree mv "$LAB_DIR/init" "$INIT"
}

cause_init_mode() {
	in_tree chmod 644 "$INIT"
	machine init-mode method=nfs-root
	named init-mode 'cannot be executed|mode 755'
	in_tree chmod 755 "$INIT"
}

# init_becomes TEXT: a script of this text, in the root in this folder
init_becomes() {
	rm "$INIT"
	printf '%s' "$1" >"$INIT"
	chmod 755 "$INIT"
}

cause_init_interpreter() {
	capsule init-interpreter nfs-root init_becomes '#!/usr/bin/nope
'
	machine init-interpreter 'method=nfs-root capsule=init-interpreter'
	named init-interpreter '/usr/bin/nope'
}

cause_init_ends() {
	capsule init-ends nfs-root init_becomes '#!/bin/sh
exit 0
'
	machine init-ends 'method=nfs-root capsule=init-ends'
	named init-ends 'panic|first program|init.*ended'
}

cause_init_library() {
	library=$(cd "$tree" && ls usr/lib/*/systemd/libsystemd-core-*.so)
	in_tree mv "$library" "$LAB_DIR/library"
	machine init-library method=nfs-root
	named init-library 'libsystemd-core'
	in_tree mv "$LAB_DIR/library" "$library"
}

# files would belong to somebody else
cause_account_taken() {
	machine account-taken 'method=nfs-root accounts=mallory:33'
	named account-taken 'mallory is to have the number 33, which is that of www-data'
}
