# shellcheck shell=sh disable=SC2154
# The initramfs archive and the manifest. Uses $tree, $epoch, $packages, $release, $version and $fingerprint.

# Newc archives with sorted names, one time stamp, owner root: the same tree gives the same bytes. The drivers are
# compressed already: they go first and as they are, because the kernel would spend a second on them for nothing.
pack_tree() {
	find "$tree" -exec touch -h -d "@$epoch" {} +
	cd "$tree" || exit 1
	{ echo lib && find lib/modules; } | newc >"$1"
	find . ! -path './lib/modules/*' | newc | zstd -q -19 -T1 >>"$1"
	cd "$here" || exit 1
}

newc() {
	LC_ALL=C sort | cpio --quiet --create --format=newc --reproducible --owner=0:0
}

write_manifest() {
	echo 'name=perceus-os'
	echo "version=$version"
	echo "kernel-version=$release"
	echo "inputs=$fingerprint"
	for file in kernel initramfs $BOOT_PROGRAMS memtest-bios memtest-uefi $(tool_kinds | sed 's/[^ ]*/tools-&/g'); do
		echo "file $file $(sha256sum <"$1/$file" | cut -d ' ' -f 1) $(stat -c %s "$1/$file")"
	done
	while read -r file _; do
		file=$(echo "$file" | sed 's/%3a/:/g')
		version_part=${file#*_}
		echo "package ${file%%_*} ${version_part%_*}"
	done <"$2"
}
