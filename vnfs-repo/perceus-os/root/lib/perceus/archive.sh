# shellcheck shell=sh
# Archives that a kernel unpacks as its first root, one behind another. Shared with the agent of the second system.

# FILE: the kernel wants what comes next to begin at a multiple of four
pad_archive() {
	odd=$(($(stat -c %s "$1") % 4))
	[ "$odd" -eq 0 ] || head -c $((4 - odd)) /dev/zero >>"$1"
}

# FOLDER FILE: behind what is in FILE
append_folder() {
	pad_archive "$2"
	{
		cd "$1" || fail "the folder $1 is missing"
		find . -mindepth 1 -print0 | cpio -0 -o -H newc 2>/dev/null || fail "the files in $1 could not be packed"
	} >>"$2"
}
