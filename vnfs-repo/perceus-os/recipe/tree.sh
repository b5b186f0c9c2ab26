# shellcheck shell=sh disable=SC2154
# The file tree of the initramfs. Uses $here, $packages, $tree, $version and $work.

# runs a program of the unpacked packages, so that the host need not have it (or that version of it): NAME ARGUMENTS
packaged() {
	name=$1
	shift
	case $name in
	depmod) program=$packages/bin/kmod ;;
	grub-mkimage) program=$packages/usr/bin/grub-mkimage ;;
	*) program=$packages/$name ;;
	esac
	"$packages/lib64/ld-linux-x86-64.so.2" --argv0 "$name" --library-path "$libraries" "$program" "$@"
}

copy_programs() {
	mkdir -p "$tree/bin" "$tree/sbin" "$tree/dev" "$tree/proc" "$tree/sys" "$tree/run" "$tree/tmp" "$tree/etc"
	cp "$packages/bin/busybox" "$tree/bin/busybox"
	ln -s busybox "$tree/bin/sh"
	ln -s ../bin/kmod "$tree/sbin/modprobe"
	for program in bin/kmod bin/tar sbin/kexec usr/bin/openssl; do
		cp "$packages/$program" "$tree/${program#usr/}"
		copy_libraries "$packages/$program"
	done
}

# copies what the program is linked with, under the names the loader looks for
copy_libraries() {
	mkdir -p "$tree/lib64" "$tree/lib/x86_64-linux-gnu"
	cp -L "$packages/lib64/ld-linux-x86-64.so.2" "$tree/lib64/"
	list_libraries "$1"
	while read -r name file; do cp -L "$file" "$tree/lib/x86_64-linux-gnu/$name"; done <"$work/libraries"
}

# lines "NAME FILE" of the libraries that the program is linked with, in $work/libraries
list_libraries() {
	"$packages/lib64/ld-linux-x86-64.so.2" --library-path "$libraries" --list "$1" >"$work/linked"
	if grep -q 'not found' "$work/linked"; then
		stop "recipe/packages lacks a library of ${1##*/}: $(grep 'not found' "$work/linked")"
	fi
	awk '$1 !~ /\// && $2 == "=>" { print $1, $3 }' "$work/linked" >"$work/libraries"
	! grep -v " $packages/" "$work/libraries" || stop "recipe/packages lacks a library of ${1##*/}"
}

copy_own_files() {
	cp -R "$here/root/." "$tree/"
	chmod -R u=rwX,go=rX "$tree"
	echo "$version" >"$tree/etc/perceus-release"
}
