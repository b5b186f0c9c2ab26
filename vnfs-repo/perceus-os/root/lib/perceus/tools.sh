# shellcheck shell=sh disable=SC2154
# Programs that only some nodes need: the server has them in archives, each with the words that go with it.

# NAME SHA256 BYTES
tools_are() {
	printf '%s %s\n' "$2" "$3" >"$RUN/tools.$1"
}

# NAME: fetches and unpacks them, and reads their words
use_tools() {
	[ -f "$RUN/tools.$1" ] || fail "this release of Perceus OS has no tools '$1': install a newer one on the server"
	read -r hash bytes <"$RUN/tools.$1"
	fetch "$hash" "$bytes" "$WORK/tools"
	zcat "$WORK/tools" >"$WORK/tools.cpio"
	(cd "${SYSTEM:-/}" && cpio -i -d -u <"$WORK/tools.cpio" 2>/dev/null) || fail "the tools '$1' could not be unpacked"
	rm -f "$WORK/tools" "$WORK/tools.cpio"
	for words in "${SYSTEM:-}/lib/perceus/tools/$1"/*.sh; do
		# shellcheck source=/dev/null
		. "$words"
	done
}
