# shellcheck shell=sh disable=SC2154
# Programs that only some nodes need, each kind in an archive of its own that a node unpacks over Perceus OS. Uses $here,
# $packages, $tree, $work, $epoch and $result.

tool_kinds() { (cd "$here/tools" && echo *); }

pack_tools() {
	for kind in $(tool_kinds); do
		tools=$work/tools.$kind
		copy_tool_programs "$kind" "$tools"
		cp -R "$here/tools/$kind/root/." "$tools/"
		[ "$kind" != disk ] || make_boot_loaders "$tools/usr/share/perceus/grub"
		find "$tools" -exec touch -h -d "@$epoch" {} +
		find "$tools" -type d -exec chmod 755 {} +
		(cd "$tools" && find . | newc) | gzip -9n >"$result/tools-$kind"
	done
}

# libraries that Perceus OS has already stay out; the others go where no starter takes them along
copy_tool_programs() {
	while read -r program; do
		mkdir -p "$2/${program%/*}" "$2/usr/lib/x86_64-linux-gnu"
		cp -L "$packages/$program" "$2/$program"
		list_libraries "$packages/$program"
		while read -r name file; do
			[ -e "$tree/lib/x86_64-linux-gnu/$name" ] || cp -L "$file" "$2/usr/lib/x86_64-linux-gnu/$name"
		done <"$work/libraries"
	done <"$here/tools/$1/programs"
}

# GRUB for both kinds of firmware. It reads /grub/grub.cfg of the partition that it was loaded from, or of the second one
# of the disk that a BIOS started.
make_boot_loaders() {
	mkdir -p "$1"
	loader_modules='fat part_gpt normal linux configfile echo reboot'
	# shellcheck disable=SC2086 # names, one word each
	packaged grub-mkimage -d "$packages/usr/lib/grub/i386-pc" -O i386-pc -p '(,gpt2)/grub' -o "$1/core.img" biosdisk $loader_modules
	# shellcheck disable=SC2086
	packaged grub-mkimage -d "$packages/usr/lib/grub/x86_64-efi" -O x86_64-efi -p /grub -o "$1/bootx64.efi" $loader_modules
	cp "$packages/usr/lib/grub/i386-pc/boot.img" "$1/"
}
