# shellcheck shell=sh disable=SC2154,SC2034,SC2016,SC2317

put() { echo content | write_file "$1" "${2-0644}"; }
mode_of() { stat -c %a "$DESTDIR/$1"; }

test_a_file_gets_content_and_mode() {
	put /etc/shadow 0640 && put etc/motd 644 && put usr/bin/x 4755
	equal "$(cat "$DESTDIR/etc/shadow")" content
	equal "$(mode_of etc/shadow) $(mode_of etc/motd) $(mode_of usr/bin/x) $(mode_of etc)" "640 644 4755 755"
}

test_odd_names_are_only_names() {
	for name in 'etc/with space' '-n' 'etc/-rf' "etc/qu'o\"te" 'etc/$(touch x)' 'etc/*' 'etc/ümlaut' 'etc/two
lines' 'etc/a\b'; do
		put "$name"
		equal "$(cat "$DESTDIR/$name")" content
	done
}

test_paths_cannot_leave_the_folder() {
	for name in ../x etc/../../x .. etc/.. . etc/. ./x etc//x ''; do
		fails_with "is no path" put "$name"
	done
	[ ! -e x ]
}

test_links_cannot_lead_out_of_the_folder() {
	mkdir outside
	ln -s "$PWD/outside" "$DESTDIR/etc"
	fails_with "leads out" put etc/passwd
	[ ! -e outside/passwd ]
}

test_links_inside_the_folder_are_followed() {
	mkdir -p "$DESTDIR/usr/lib"
	ln -s usr/lib "$DESTDIR/lib"
	put lib/x/y
	equal "$(cat "$DESTDIR/usr/lib/x/y")" content
}

test_a_link_is_replaced_and_not_followed() {
	echo secret >outside
	mkdir "$DESTDIR/etc"
	ln -s "$PWD/outside" "$DESTDIR/etc/resolv.conf"
	put etc/resolv.conf
	equal "$(cat outside) $(cat "$DESTDIR/etc/resolv.conf")" "secret content"
}

test_a_file_does_not_replace_a_folder() {
	mkdir -p "$DESTDIR/etc/x/y"
	fails_with "is a folder" put etc/x
	fails_with "is a folder" link_file target etc/x
	put etc/file
	fails_with "cannot be made" put etc/file/below
}

test_a_wrong_mode_is_refused() {
	for mode in rw 8 77777777 '' '644;ls' 64; do fails_with "is no mode" put etc/x "$mode"; done
}

test_well_known_folders_keep_their_modes() {
	put root/.ssh/authorized_keys 0600 && put tmp/x && put var/tmp/x && put srv/x
	equal "$(mode_of root) $(mode_of root/.ssh) $(mode_of tmp) $(mode_of var/tmp) $(mode_of srv)" "700 700 1777 1777 755"
}

test_links_are_made_and_made_anew() {
	link_file /usr/share/zoneinfo/UTC etc/localtime && link_file ../x etc/localtime && link_file -f -odd
	equal "$(readlink "$DESTDIR/etc/localtime") $(readlink -- "$DESTDIR/-odd")" "../x -f"
}

test_words_of_the_script_keep_their_variables() {
	path=1 place=2 name=3 mode=4 part=5 rest=6 top=7 line=8 file=9
	put etc/x && link_file a etc/y
	equal "$path$place$name$mode$part$rest$top$file" 12345679
}
