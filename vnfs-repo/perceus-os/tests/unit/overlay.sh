# shellcheck shell=sh disable=SC2154,SC2034,SC2016,SC2317

# an image as the server makes it: one compressed archive, then SPARE more bytes that change the alignment
make_image() {
	mkdir -p image/etc && echo old >image/etc/name
	(cd image && find . | cpio -o -H newc 2>/dev/null) | zstd -q >archive
	base=$(stat -c %s archive)
}

# the archive that begins behind byte BASE and the padding
overlay_of() {
	tail -c "+$((($2 + 3) / 4 * 4 + 1))" "$1"
}

test_an_overlay_follows_at_a_multiple_of_four() {
	make_image
	echo new | write_file etc/name 0600
	for spare in 0 1 2 3; do
		head -c $((base + spare)) /dev/zero >padded
		cp padded image.packed
		append_overlay image.packed
		overlay_of image.packed $((base + spare)) >overlay
		equal "$(/usr/bin/cpio -t <overlay 2>/dev/null | tr '\n' ' ')" "etc etc/name "
		head -c $((base + spare)) image.packed | cmp - padded
	done
}

test_odd_names_are_packed() {
	echo x | write_file 'a b' 0644 && echo y | write_file 'two
lines' 0644
	: >file
	append_overlay file
	mkdir out && (cd out && /usr/bin/cpio -idm --quiet <../file)
	equal "$(cat 'out/a b') $(cat 'out/two
lines')" "x y"
}

test_modes_and_links_are_packed() {
	echo x | write_file etc/secret 0600 && link_file secret etc/link
	: >file
	append_overlay file
	mkdir out && (cd out && /usr/bin/cpio -idm --quiet <../file)
	equal "$(stat -c %a out/etc/secret) $(readlink out/etc/link)" "600 secret"
}

test_two_overlays_can_follow_each_other() {
	make_image
	cp archive file
	echo x | write_file first 0644 && append_overlay file
	first=$(stat -c %s file)
	rm "$DESTDIR/first"
	echo y | write_file second 0644 && append_overlay file
	overlay_of file "$first" >overlay
	equal "$(/usr/bin/cpio -t --quiet <overlay)" second
}

test_an_empty_overlay_is_an_archive() {
	: >file
	append_overlay file
	equal "$(/usr/bin/cpio -t --quiet <file)" ""
}

test_a_starter_lays_the_node_s_files_itself() {
	: >file
	echo x | write_file etc/a 0644
	mkdir -p "$RUN/starter/.perceus" && : >"$RUN/starter/.perceus/init" && : >"$RUN/starter/init"
	append_overlay "$PWD/file"
	mkdir out && (cd out && /usr/bin/cpio -idm --quiet) <file
	equal "$(find out ! -type d | sort | paste -s -d ' ')" "out/.perceus/init out/.perceus/node/etc/a"
	equal "$(cat "$DESTDIR/etc/a")" x
}

test_folders_that_are_links_in_most_systems_are_refused() {
	: >file
	echo x | write_file lib/x 0644
	fails_with "/lib" append_overlay file
}

test_busybox_is_packed_once() {
	: >file
	head -c 100000 /dev/urandom | write_file usr/lib/perceus/busybox 0755
	mkdir -p "$RUN/starter/.perceus/bin" && cp -p "$DESTDIR/usr/lib/perceus/busybox" "$RUN/starter/.perceus/bin/"
	append_overlay "$PWD/file"
	[ "$(stat -c %s file)" -lt 110000 ]
	mkdir out && (cd out && /usr/bin/cpio -idm --quiet) <file
	cmp out/.perceus/bin/busybox out/.perceus/node/usr/lib/perceus/busybox
	[ -x out/.perceus/bin/busybox ]
}
