# shellcheck shell=sh disable=SC2154
# What modules want of files that the root has already: they write a table, and the starter changes these files by it.

# NAME: sets $table to it, false when the node has none. One that an earlier boot left on a disk counts no more when this boot
# brought files without it; one that starts from its disk alone has what it had.
find_table() {
	table=${ROOT%/}/usr/lib/perceus/$1
	[ -f "$table" ] || return
	{ [ ! -d "$PERCEUS/node" ] || [ -f "$PERCEUS/node/usr/lib/perceus/$1" ]; } || { rm -f "$table" && return 1; }
}

# PATH: what is at it in the root gets its label later
is_changed() { [ -z "$SELINUX" ] || printf '%s\n' "${1#"${ROOT%/}"}" >>"$RUN/written"; }

# FOLDER: belongs to $uid and $gid
make_own_folder() {
	{ mkdir -p "${1%/*}" && mkdir -m 700 "$1" && chown "$uid:$gid" "$1"; } || fail "the folder ${1#"${ROOT%/}"} cannot be made"
	is_changed "$1"
}
