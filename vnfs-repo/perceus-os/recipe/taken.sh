# shellcheck shell=sh disable=SC2154
# What a second system takes along from Perceus OS lies there as it will lie in it, so that a node copies it in one go. Here it
# is completed with files that Perceus OS has itself, by a second name. Uses $tree, $packages and $work.

share_scripts() {
	taken=$tree/usr/share/perceus
	ln "$tree/bin/busybox" "$taken/second/all/usr/lib/perceus/busybox"
	ln "$tree/bin/busybox" "$taken/starter/bin/busybox"
	ln "$tree/lib/perceus/trace.sh" "$taken/second/all/usr/lib/perceus/trace.sh"
	for part in console.sh drivers.sh exchange http.sh network.sh; do
		ln "$tree/lib/perceus/$part" "$taken/second/all/usr/lib/perceus/$part"
		ln "$tree/lib/perceus/$part" "$taken/starter/library/$part"
	done
	for part in archive.sh kept.sh kexec.sh; do ln "$tree/lib/perceus/$part" "$taken/second/all/usr/lib/perceus/$part"; done
}

# the tar that knows attributes and holes, as that of busybox does not; and what loads drivers of every packing
share_programs() {
	share_program tar starter
	share_program kmod starter-drivers
}

# PROGRAM FOLDER: with its libraries and their loader, as the second system may have none of them where they are looked for
share_program() {
	mkdir -p "$taken/$2/bin" "$taken/$2/lib"
	ln "$tree/bin/$1" "$taken/$2/bin/$1.program"
	list_libraries "$packages/bin/$1"
	while read -r name _; do share_library "lib/x86_64-linux-gnu/$name" "$2"; done <"$work/libraries"
	share_library lib64/ld-linux-x86-64.so.2 "$2"
}

share_library() {
	[ -e "$taken/starter/lib/${1##*/}" ] || ln "$tree/$1" "$taken/$2/lib/${1##*/}"
}
