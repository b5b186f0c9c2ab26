# shellcheck shell=sh disable=SC2154
# Artifacts that a second system in RAM keeps, so that its node need not fetch them again when it comes back by kexec. Shared
# with the agent of the second system, which hands them on.

# SHA256: the second system keeps what was fetched by that hash, before anything is put behind it
keep_artifact() {
	file=$(sed -n "s/^$1 //p" "$RUN/fetched" 2>/dev/null | tail -n 1)
	[ -f "$file" ] || fail "keep_artifact: nothing was fetched by the hash '$1'"
	mkdir -p "$RUN/starter/.perceus/kept"
	cp "$file" "$RUN/starter/.perceus/kept/$1" || fail "there is no room to keep the artifact $1"
}

# SHA256 FILE: takes over what the system before has kept; false when it has not, or what it has is something else
take_kept() {
	kept=${SYSTEM:-}/kept/$1
	[ -f "$kept" ] && mv "$kept" "$2" || return
	hash=$(sha256sum "$2")
	[ "${hash%% *}" = "$1" ] || {
		say "what the system before kept as $1 is something else, fetching it"
		return 1
	}
	say "the system before has kept $1"
}

# FOLDER FILE: packs what is kept, and lies in FOLDER as it will in Perceus OS, behind the archive in FILE
append_kept() (
	[ -d "$1" ] || return 0
	# as a file, and as the pages that kexec copies it to
	needed=$(du -sk "$1" | cut -f 1)
	free=$(sed -n 's/^MemAvailable: *\([0-9]*\) kB/\1/p' "${SYSTEM:-}/proc/meminfo")
	if [ "${free:-0}" -gt $((needed * 2 + 65536)) ]; then
		append_folder "$1" "$2"
	else
		say "the $((needed / 1024)) MiB that are kept do not fit into memory twice more, so they will be fetched again"
	fi
)
