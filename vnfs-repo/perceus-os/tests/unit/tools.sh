# shellcheck shell=sh disable=SC2154,SC2034,SC2016,SC2317

make_tools() {
	mkdir -p kind/lib/perceus/tools/cut kind/bin artifact system
	echo 'cut_word() { echo "cut $1"; }' >kind/lib/perceus/tools/cut/words.sh
	echo program >kind/bin/cut-tool
	(cd kind && find . | cpio -o -H newc 2>/dev/null) | gzip -n >tools
	hash=$(sha256sum <tools)
	hash=${hash%% *}
	cp tools "artifact/$hash"
	SYSTEM=$PWD/system
}

test_tools_are_unpacked_with_their_words() {
	make_tools
	start_server
	tools_are cut "$hash" "$(stat -c %s tools)"
	use_tools cut
	equal "$(cut_word x) $(cat system/bin/cut-tool)" "cut x program"
	equal "$(find "$WORK" -name 'tools*.cpio')" ""
}

test_tools_that_the_server_does_not_have_are_missed_in_a_sentence() {
	fails_with "has no tools 'paint'" use_tools paint
}

test_other_tools_are_not_unpacked() {
	make_tools
	start_server
	echo other >"artifact/$hash"
	tools_are cut "$hash" 6
	fails_with "arrived with another content" use_tools cut
	[ ! -e system/bin/cut-tool ]
}
