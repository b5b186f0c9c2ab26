# shellcheck shell=sh disable=SC2154,SC2034,SC2016,SC2317

test_bytes_are_counted() {
	equal "$(bytes_in 'abc äö') $(bytes_in '') $(bytes_in "a b
c")" "8 0 5"
	wc() { echo counted; }
	equal "$(bytes_in ' ~abc
XYZ=0')" 11
	equal "$(bytes_in 'ä')" counted
}

make_artifact() {
	head -c "$1" /dev/urandom >content
	hash=$(sha256sum <content)
	hash=${hash%% *}
	cp content "artifact/$hash"
}

test_an_artifact_is_downloaded_and_verified() {
	start_server
	for bytes in 0 1 300000; do
		make_artifact $bytes
		fetch "$hash" $bytes "$WORK/file"
		cmp content "$WORK/file"
	done
	equal "$(ls "$WORK")" file
	[ ! -e "$RUN/naps" ]
}

test_another_content_is_refused_at_once() {
	start_server
	make_artifact 1000
	head -c 1000 /dev/zero >"artifact/$hash"
	fails_with "artifact $hash arrived with another content" fetch "$hash" 1000 "$WORK/file"
	[ ! -e "$RUN/naps" ]
}

test_a_download_that_broke_off_is_repeated() {
	start_server
	make_artifact 1000
	head -c 999 content >"artifact/$hash"
	nap_ms() { cp content "artifact/$hash" && echo "$1" >>"$RUN/naps"; }
	fetch "$hash" 1000 "$WORK/file"
	equal "$(wc -l <"$RUN/naps")" 1
}

test_repeating_has_an_end() {
	start_server
	make_artifact 10
	fails_with "could not be downloaded: got 10 of 11 bytes" fetch "$hash" 11 "$WORK/file"
	equal "$(wc -l <"$RUN/naps")" 8
}

test_a_busy_server_is_asked_again() {
	start_server
	make_artifact 10
	echo 503 >"artifact/$hash.status"
	nap_ms() { rm -f "artifact/$hash.status" && echo "$1" >>"$RUN/naps"; }
	fetch "$hash" 10 "$WORK/file"
	equal "$(wc -l <"$RUN/naps")" 1
}

test_a_refused_artifact_is_explained() {
	start_server
	hash=$(printf '%064d' 0)
	fails_with "refused artifact $hash: no such artifact" fetch "$hash" 10 "$WORK/file"
	echo 403 >"artifact/$hash.status"
	fails_with "the server ended this boot: not this one" fetch "$hash" 10 "$WORK/file"
}

test_an_artifact_that_does_not_fit_is_not_begun() {
	fails_with "does not fit" fetch "$(printf '%064d' 0)" 999999999999999 "$WORK/file"
}

test_only_a_hash_and_a_number_are_accepted() {
	fails_with "is no SHA-256" fetch ../../etc/passwd 10 "$WORK/file"
	fails_with "is no number" fetch "$(printf '%064d' 0)" many "$WORK/file"
}

test_words_of_the_script_keep_their_variables() {
	start_server
	make_artifact 10
	status=1 failures=2 loader=3 name=4 free=5
	fetch "$hash" 10 "$WORK/file"
	equal "$status$failures$loader$name$free" 12345
}
