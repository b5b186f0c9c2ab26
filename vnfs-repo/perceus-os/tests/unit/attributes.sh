# shellcheck shell=sh disable=SC2154,SC2034,SC2016,SC2317
# What the starter restores of the root's files beside what an initramfs holds.

PERCEUS=$PWD/perceus ROOT=$PWD/root
mkdir -p "$PERCEUS" "$ROOT"
# shellcheck source=/dev/null
. "$SHARE/starter/library/attributes.sh"
gnu_tar() { /usr/bin/tar "$@"; }

test_folders_have_the_times_that_they_had() {
	mkdir -p "$ROOT/a" "$ROOT/a-more" source/a source/a-more
	echo x >source/a/file && echo x >source/a-more/file
	touch -d @77 source/a source/a-more "$ROOT/a" "$ROOT/a-more"
	# by the bytes of the names, as images have them
	(cd source && tar --no-recursion -cf "$PERCEUS/xattrs.tar" ./a ./a-more ./a-more/file ./a/file)
	restore_attributes
	equal "$(stat -c %Y "$ROOT/a" "$ROOT/a-more" | paste -s -d ' ')" "77 77"
	equal "$(cat "$ROOT/a/file" "$ROOT/a-more/file" | paste -s -d ' ')" "x x"
}

test_attributes_that_cannot_come_back_end_the_boot() {
	echo rubbish >"$PERCEUS/xattrs.tar"
	fails_with "attributes of the root's files could not be restored: /usr/bin/tar: This does not look like a tar archive" restore_attributes
}

test_a_root_without_archive_needs_no_tar() {
	gnu_tar() { exit 7; }
	restore_attributes
}
