# shellcheck shell=sh disable=SC2154
# What an initramfs cannot say of its files: extended attributes, ACLs, capabilities, holes and other names of a link are in an
# archive beside it, with the folders that these files are in, whose times would be those of the unpacking.

restore_attributes() {
	[ -f "$PERCEUS/xattrs.tar" ] || return 0
	gnu_tar --numeric-owner --xattrs --xattrs-include='*' -S --delay-directory-restore \
		-xpf "$PERCEUS/xattrs.tar" -C "$ROOT" 2>"$RUN/tar" ||
		fail "the extended attributes of the root's files could not be restored: $(tar_failure "$RUN/tar")"
	rm -f "$PERCEUS/xattrs.tar"
}

# not the one that busybox has, nor that of the root, if there is one
gnu_tar() { "$PERCEUS/lib/ld-linux-x86-64.so.2" --library-path "$PERCEUS/lib" --argv0 gnu-tar "$PERCEUS/bin/tar.program" "$@"; }
