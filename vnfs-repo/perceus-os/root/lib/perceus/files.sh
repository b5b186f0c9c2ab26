# shellcheck shell=sh disable=SC2154
# The node's own files in $DESTDIR.

# prints the place of PATH in $DESTDIR and makes its folder, which no link may lead out of $DESTDIR
place_of() {
	path=${1#/}
	case /$path/ in
	*/../* | */./* | *//*) fail "'$1' is no path for a file of the node" ;;
	esac
	case $path in
	*/*) make_folder "${path%/*}" || exit 1 ;;
	esac
	printf '%s/%s\n' "$DESTDIR" "$path"
}

# an archive sets the modes of folders that the image has already, so the well-known ones must be right
make_folder() (
	cd "$DESTDIR" || fail "the folder $DESTDIR is missing"
	top=$(pwd -P)
	rest=$1/
	done=
	while [ -n "$rest" ]; do
		part=${rest%%/*} rest=${rest#*/}
		done=${done:+$done/}$part
		[ -d "$part" ] || mkdir -m "$(folder_mode "$done")" -- "$part" || fail "the folder /$1 cannot be made"
		cd -P -- "./$part" || fail "/$1 is no folder"
		case $(pwd -P)/ in
		"$top"/*) ;;
		*) fail "/$1 leads out of the node's file system" ;;
		esac
	done
)

folder_mode() {
	case $1 in
	root | */.ssh) echo 700 ;;
	tmp | var/tmp) echo 1777 ;;
	*) echo 755 ;;
	esac
}

# PATH MODE: replaces what is there by a rename, so that a link is not followed
write_file() (
	is_mode "$2" || fail "'$2' is no mode for the file $1"
	place=$(place_of "$1") || exit 1
	[ ! -d "$place" ] || [ -h "$place" ] || fail "/${1#/} is a folder, not a file"
	umask 077
	cat >"$place.perceus-new" || fail "the file $1 cannot be written"
	{ chmod "$2" "$place.perceus-new" && mv -f -T -- "$place.perceus-new" "$place"; } || fail "the file $1 cannot be written"
)

# TARGET PATH
link_file() (
	place=$(place_of "$2") || exit 1
	[ ! -d "$place" ] || [ -h "$place" ] || fail "/${2#/} is a folder, not a link"
	rm -f -- "$place"
	ln -s -- "$1" "$place" || fail "the link $2 cannot be made"
)

# packs $DESTDIR behind the archive in FILE; the kernel wants each archive to begin at a multiple of four
append_overlay() (
	for folder in bin sbin lib lib32 lib64 libx32 var/run var/lock; do
		[ ! -d "$DESTDIR/$folder" ] || [ -h "$DESTDIR/$folder" ] ||
			fail "the node's files must not be in /$folder, which is a link in most systems"
	done
	odd=$(($(stat -c %s "$1") % 4))
	[ "$odd" -eq 0 ] || head -c $((4 - odd)) /dev/zero >>"$1"
	{
		cd "$DESTDIR" || fail "the folder $DESTDIR is missing"
		find . -mindepth 1 -print0 | cpio -0 -o -H newc 2>/dev/null || fail "the node's files could not be packed"
	} >>"$1"
)
