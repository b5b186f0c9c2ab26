# shellcheck shell=sh disable=SC2154,SC2034,SC2016,SC2317
# Files of a site on a node: any bytes, large ones, folders and owners.

mode_of() { stat -c %a "$DESTDIR/$1"; }
ids_on() { stat -c %u:%g "$DESTDIR/$1"; }
give() { echo content | write_file "$1" "${2-0644}"; }

test_any_bytes_are_written() {
	head -c 100000 /dev/urandom >bytes
	base64 bytes | tr -d '\n' | write_binary "/etc/it's a \"key\"" 0600
	cmp bytes "$DESTDIR/etc/it's a \"key\""
	equal "$(mode_of "etc/it's a \"key\"")" 600
	[ ! -e "$RUN/binary" ]
}

test_what_is_no_base64_ends_the_boot() {
	wrong() { echo '$(touch x)' | write_binary /etc/x 0644; }
	fails_with "is no base64" wrong
}

test_an_artifact_gets_its_place() {
	fetch() { echo "$1 $2" >"$3"; }
	place_artifact /opt/tool 0755 abc 7
	equal "$(cat "$DESTDIR/opt/tool") $(mode_of opt/tool)" "abc 7 755"
	[ ! -e "$WORK/placed" ]
}

test_folders_are_made_with_their_mode() {
	write_folder '/srv/a b/$(c)' 1777
	equal "$(mode_of 'srv/a b/$(c)') $(mode_of srv)" "1777 755"
	give /srv/x/file && write_folder /srv/x 0700
	equal "$(mode_of srv/x) $(cat "$DESTDIR/srv/x/file")" "700 content"
}

test_folders_stay_on_the_node() {
	for path in /../x /a/../../x /. //x /a//b; do fails_with "is no path" write_folder "$path" 0755; done
	mkdir outside && ln -s "$PWD/outside" "$DESTDIR/link"
	fails_with "leads out" write_folder /link/x 0755
	fails_with "leads out" write_folder /link 0700
	fails_with "is no mode" write_folder /x 'u+x'
	give /file
	fails_with "cannot be made" write_folder /file 0755
}

test_owners_by_number_are_set_at_once() {
	give /etc/a 4755 && own_file 12:34 /etc/a
	give /etc/b && own_file 77 /etc/b
	equal "$(ids_on etc/a) $(mode_of etc/a) $(ids_on etc/b)" "12:34 4755 77:77"
	link_file target /etc/c && own_file 5:6 /etc/c
	equal "$(ids_on etc/c)" 5:6
	[ ! -e "$DESTDIR/usr/lib/perceus/owners" ]
}

test_owners_by_name_are_left_to_the_second_system() {
	give '/etc/a b' && own_file slurm:adm '/etc/a b' && give /etc/c && own_file 0:adm /etc/c
	equal "$(paste -s -d , "$DESTDIR/usr/lib/perceus/owners")" 'slurm:adm /etc/a b,0:adm /etc/c'
}

test_owners_are_of_the_node_s_own_files() {
	fails_with "is not there" own_file 1:1 /etc/missing
	fails_with "is no path" own_file 1:1 /etc/../x
	give /etc/a
	for owner in 'a b' '$(id)' 'a;b' ''; do fails_with "is no owner" own_file "$owner" /etc/a; done
}

# what the starter does of it
start_owners() {
	ROOT=$PWD/root PERCEUS=$PWD/perceus
	mkdir -p "$ROOT/etc" "$ROOT/usr/lib/perceus"
	printf 'root:x:0:0::/:\nslurm:x:64030:64031::/:\n' >"$ROOT/etc/passwd"
	printf 'root:x:0:\nadm:x:4:\n' >"$ROOT/etc/group"
	cp "$BUSYBOX" "$ROOT/usr/lib/perceus/busybox"
	# shellcheck source=/dev/null
	. "$SHARE/starter/library/owners.sh"
}

test_the_starter_looks_names_up() {
	start_owners
	echo x >"$ROOT/etc/a b" && chmod 4750 "$ROOT/etc/a b" && echo x >"$ROOT/etc/c" && echo x >"$ROOT/etc/d"
	printf 'slurm /etc/a b\n0:adm /etc/c\nslurm:0 /etc/d\nslurm /etc/gone\n' >"$ROOT/usr/lib/perceus/owners"
	own_node_files
	equal "$(stat -c %u:%g:%a "$ROOT/etc/a b" "$ROOT/etc/c" "$ROOT/etc/d" | paste -s -d ' ')" "64030:64031:4750 0:4:644 64030:0:644"
}

test_links_on_the_way_are_those_of_the_root() {
	start_owners
	mkdir -p "$ROOT/run" outside && ln -s /run "$ROOT/var-run" && echo x >"$ROOT/run/file"
	echo 'slurm /var-run/file' >"$ROOT/usr/lib/perceus/owners"
	own_node_files
	equal "$(stat -c %u "$ROOT/run/file")" 64030
}

test_an_owner_whom_nobody_knows_ends_the_boot() {
	start_owners
	for owner in nobody-here slurm:nogroup 7; do
		echo "$owner /etc/passwd" >"$ROOT/usr/lib/perceus/owners"
		fails_with "is to belong to $owner" own_node_files
	done
}

test_a_root_without_owners_is_left_alone() {
	start_owners
	own_node_files
}
