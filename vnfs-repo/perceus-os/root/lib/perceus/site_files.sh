# shellcheck shell=sh disable=SC2154
# What a site gives its nodes beside text: any bytes, large files, folders, and owners.

# PATH MODE: standard input is base64
write_binary() (
	base64 -d >"$RUN/binary" 2>/dev/null || fail "the content of the file $1 is no base64"
	write_file "$1" "$2" <"$RUN/binary"
	rm -f "$RUN/binary"
)

# PATH MODE SHA256 BYTES
place_artifact() (
	fetch "$3" "$4" "$WORK/placed"
	write_file "$1" "$2" <"$WORK/placed"
	rm -f "$WORK/placed"
)

# PATH MODE
write_folder() (
	is_mode "$2" || fail "'$2' is no mode for the folder $1"
	path=${1#/}
	is_node_path "$path" || fail "'$1' is no path for a folder of the node"
	make_folder "$path"
	# make_folder leads nowhere else
	chmod "$2" "$DESTDIR/$path" || fail "the folder $1 cannot have the mode $2"
)

# OWNER PATH: of what is in $DESTDIR already. Names are those of the second system, so its starter looks them up.
own_file() (
	path=${2#/}
	is_node_path "$path" || fail "'$2' is no path of the node"
	{ [ -e "$DESTDIR/$path" ] || [ -h "$DESTDIR/$path" ]; } || fail "$2 is to belong to $1, but is not there"
	has_only "$1" A-Za-z0-9_.:- || fail "'$1' is no owner of the file $2"
	case $1 in
	*[!0-9:]*) printf '%s /%s\n' "$1" "$path" | add_line usr/lib/perceus/owners ;;
	*:*) own_by_number "$1" "$path" ;;
	*) own_by_number "$1:$1" "$path" ;;
	esac
)

# a change of the owner takes the bits away that make a program run as its owner
own_by_number() {
	mode=$(stat -c %a "$DESTDIR/$2")
	chown -h "$1" "$DESTDIR/$2" || fail "/$2 cannot belong to $1"
	[ -h "$DESTDIR/$2" ] || chmod "$mode" "$DESTDIR/$2"
}

# PATH: standard input, behind what the file has
add_line() {
	{
		cat "$DESTDIR/$1" 2>/dev/null || true
		cat
	} >"$RUN/lines"
	write_file "$1" 0644 <"$RUN/lines"
}
