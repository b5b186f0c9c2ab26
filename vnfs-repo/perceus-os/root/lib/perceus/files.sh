# shellcheck shell=sh disable=SC2154
# The node's own files in $DESTDIR.

# the place of PATH in $DESTDIR into $place; makes its folder, which no link may lead out of $DESTDIR
find_place() {
	path=${1#/}
	is_node_path "$path" || fail "'$1' is no path for a file of the node"
	case $path in */*) make_folder "${path%/*}" ;; esac
	place=$DESTDIR/$path
	[ ! -d "$place" ] || [ -h "$place" ] || fail "/$path is a folder"
	# a link must not be followed, nor another name of the file be written
	{ [ ! -e "$place" ] && [ ! -h "$place" ]; } || rm -f -- "$place"
}

is_node_path() {
	case /$1/ in
	*/../* | */./* | *//*) return 1 ;;
	esac
}

# an archive sets the modes of folders that the image has already, so the well-known ones must be right
make_folder() {
	cd "$DESTDIR" || fail "the folder $DESTDIR is missing"
	top=$(pwd -P)
	rest=$1/
	done=
	while [ -n "$rest" ]; do
		part=${rest%%/*} rest=${rest#*/}
		done=${done:+$done/}$part
		[ -d "$part" ] || mkdir -m "$(folder_mode "$done")" -- "$part" || fail "the folder /$1 cannot be made"
		[ ! -h "$part" ] || leads_into "$top" "$part" || fail "/$done leads out of the node's file system"
		cd -P -- "./$part" || fail "/$1 is no folder"
	done
}

leads_into() {
	case $(cd -P -- "./$2" && pwd -P)/ in
	"$1"/*) ;;
	*) return 1 ;;
	esac
}

folder_mode() {
	case $1 in
	root | */.ssh) echo 700 ;;
	tmp | var/tmp) echo 1777 ;;
	*) echo 755 ;;
	esac
}

# PATH MODE
write_file() (
	is_mode "$2" || fail "'$2' is no mode for the file $1"
	find_place "$1"
	case $2 in
	0644 | 644) umask 022 && cat >"$place" ;;
	*) umask 077 && cat >"$place" && chmod "$2" "$place" ;;
	esac || fail "the file $1 cannot be written"
)

# TARGET PATH
link_file() (
	find_place "$2"
	ln -s -- "$1" "$place" || fail "the link $2 cannot be made"
)

# packs $DESTDIR behind the archive in FILE, for a second system that is that archive. A starter lays it over the root itself:
# the kernel would write through other names of a file, and tar would do the same with attributes that come later.
append_overlay() (
	for folder in bin sbin lib lib32 lib64 libx32 var/run var/lock; do
		[ ! -d "$DESTDIR/$folder" ] || [ -h "$DESTDIR/$folder" ] ||
			fail "the node's files must not be in /$folder, which is a link in most systems"
	done
	# /init is the system's own there
	rm -f "$RUN/starter/init"
	if is_direct; then lay_starter; elif [ -d "$RUN/starter" ]; then append_starter "$1"; else append_folder "$DESTDIR" "$1"; fi
)

# packs the starter behind the archive in FILE, and $DESTDIR for it to lay over the root that it finds; busybox is in both
append_starter() (
	mv "$DESTDIR" "$RUN/starter/.perceus/node"
	[ ! -e "$RUN/starter/.perceus/node/usr/lib/perceus/busybox" ] ||
		ln -f "$RUN/starter/.perceus/bin/busybox" "$RUN/starter/.perceus/node/usr/lib/perceus/busybox"
	append_folder "$RUN/starter" "$1"
	mv "$RUN/starter/.perceus/node" "$DESTDIR"
	# a second copy in memory
	rm -rf "$RUN/starter/.perceus/kept"
)

# packs $DESTDIR behind the archive in FILE, which has a starter
append_node_files() (
	mkdir -p "$RUN/node/.perceus"
	mv "$DESTDIR" "$RUN/node/.perceus/node"
	append_folder "$RUN/node" "$1"
	mv "$RUN/node/.perceus/node" "$DESTDIR"
)
