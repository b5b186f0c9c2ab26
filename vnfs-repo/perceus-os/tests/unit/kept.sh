# shellcheck shell=sh disable=SC2154,SC2034,SC2317
# What a second system keeps of its boot for the next one.

SYSTEM=$PWD/system
mkdir -p "$SYSTEM/kept" "$SYSTEM/proc" artifact

make_artifact() {
	echo "$1" >content
	hash=$(sha256sum <content)
	hash=${hash%% *}
}

available() { echo "MemAvailable: $1 kB" >"$SYSTEM/proc/meminfo"; }

test_what_is_kept_is_not_fetched() {
	make_artifact root
	cp content "$SYSTEM/kept/$hash"
	download() { echo "$*" >>downloaded; }
	fetch "$hash" 5 "$WORK/root"
	cmp content "$WORK/root"
	[ ! -e downloaded ] && [ ! -e "$SYSTEM/kept/$hash" ]
	contains "$(cat "$CONSOLE")" "the system before has kept $hash"
}

test_what_is_kept_and_is_something_else_is_fetched() {
	start_server
	make_artifact root
	cp content "artifact/$hash"
	echo broken >"$SYSTEM/kept/$hash"
	fetch "$hash" 5 "$WORK/root"
	cmp content "$WORK/root"
	contains "$(cat "$CONSOLE")" "what the system before kept as $hash is something else, fetching it"
}

test_what_was_fetched_goes_with_the_starter() {
	make_artifact root
	cp content "$SYSTEM/kept/$hash"
	fetch "$hash" 5 "$WORK/root"
	keep_artifact "$hash"
	install_ram_init 50%
	append_overlay "$WORK/root"
	tail -c +9 "$WORK/root" | /usr/bin/cpio -t 2>/dev/null >names
	grep -qx ".perceus/kept/$hash" names && grep -qx .perceus/init names
	# a copy that is packed is memory for nothing
	[ ! -e "$RUN/starter/.perceus/kept" ]
}

test_only_what_was_fetched_can_be_kept() {
	fails_with "keep_artifact: nothing was fetched by the hash 'abc'" keep_artifact abc
}

test_perceus_os_is_handed_what_was_kept() {
	available 1000000
	mkdir -p next/kept
	echo root >next/kept/abc
	printf 'initramfs' >archive
	append_kept next archive
	tail -c +13 archive | /usr/bin/cpio -t 2>/dev/null >names
	equal "$(tr '\n' ' ' <names)" "kept kept/abc "
}

test_a_system_that_kept_nothing_hands_nothing_on() {
	printf 'initramfs' >archive
	append_kept next archive
	equal "$(cat archive)" initramfs
}

test_what_does_not_fit_into_memory_is_not_handed_on() {
	available 65000
	mkdir -p next/kept
	echo root >next/kept/abc
	printf 'initramfs' >archive
	append_kept next archive
	equal "$(cat archive)" initramfs
	contains "$(cat "$CONSOLE")" "are kept do not fit into memory twice more, so they will be fetched again"
}

test_a_root_in_the_initramfs_has_it_where_the_agent_looks() {
	# shellcheck source=/dev/null
	. "$SHARE/starter/library/enter.sh"
	PERCEUS=$PWD/perceus ROOT=$PWD/root/
	mkdir -p "$PERCEUS/kept" "$ROOT/usr"
	echo x >"$PERCEUS/kept/abc"
	keep_artifacts
	equal "$(cat "$ROOT/usr/lib/perceus/next/kept/abc")" x
	[ ! -e "$PERCEUS/kept" ]
}
