# shellcheck shell=sh disable=SC2154
# Roots whose first program does not start, made in the tree that nodes have over NFS.

INIT=usr/lib/systemd/systemd

# with_init NAME REGEX: a machine with what now is in the place of the init, which is put back
with_init() {
	machine "$1" method=nfs-root
	named "$1" "$2"
	in_tree mv "$LAB_DIR/init" "$INIT"
}

cause_init_missing() {
	in_tree mv "$INIT" "$LAB_DIR/init"
	with_init init-missing 'init.*(missing|no )|no .*init'
}

cause_init_mode() {
	in_tree chmod 644 "$INIT"
	machine init-mode method=nfs-root
	named init-mode 'cannot be executed|mode 755'
	in_tree chmod 755 "$INIT"
}

cause_init_interpreter() {
	in_tree mv "$INIT" "$LAB_DIR/init"
	printf '#!/usr/bin/nope\n' >"$LAB_DIR/script" && chmod 755 "$LAB_DIR/script"
	in_tree cp -p "$LAB_DIR/script" "$INIT"
	with_init init-interpreter '/usr/bin/nope'
}

cause_init_ends() {
	in_tree mv "$INIT" "$LAB_DIR/init"
	printf '#!/bin/sh\nexit 0\n' >"$LAB_DIR/script" && chmod 755 "$LAB_DIR/script"
	in_tree cp -p "$LAB_DIR/script" "$INIT"
	with_init init-ends 'panic|first program|init.*ended'
}

cause_init_library() {
	library=$(cd "$tree" && ls usr/lib/*/systemd/libsystemd-core-*.so)
	in_tree mv "$library" "$LAB_DIR/library"
	machine init-library method=nfs-root
	named init-library 'libsystemd-core'
	in_tree mv "$LAB_DIR/library" "$library"
}
