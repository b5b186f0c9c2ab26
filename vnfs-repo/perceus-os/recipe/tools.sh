# shellcheck shell=sh disable=SC2154
# Programs that only some nodes need, each kind in an archive of its own that a node unpacks over Perceus OS; that of kexec is
# for the agents of second systems, and that for direct starts is for boot loaders. Uses $here, $packages, $tree, $work, $epoch and $result.

tool_kinds() { (cd "$here/tools" && echo * direct kexec); }

pack_tools() {
	for kind in $(tool_kinds); do
		tools=$work/tools.$kind
		case $kind in
		direct) copy_direct "$tools" ;;
		kexec) copy_standing_program sbin/kexec "$tools" ;;
		*) copy_tools "$kind" "$tools" ;;
		esac
		find "$tools" -exec touch -h -d "@$epoch" {} +
		find "$tools" -type d -exec chmod 755 {} +
		(cd "$tools" && find . | newc) | gzip -9n >"$result/tools-$kind"
	done
}

# FOLDER: Perceus OS for the kernel of a second system, without drivers of its own
copy_direct() {
	mkdir -p "$1/.perceus/os/lib/kmod"
	cd "$tree" || exit 1
	find . \( -path ./lib/modules -o -path ./lib/firmware -o -path ./sbin \) -prune -o -print |
		cpio --quiet -p -l "$1/.perceus/os"
	cd "$here" || exit 1
	cp -R direct/. "$1/"
	ln -s /capsule/lib/modules "$1/.perceus/os/lib/modules"
	ln -s ../../bin/kmod "$1/.perceus/os/lib/kmod/modprobe"
}

copy_tools() {
	copy_tool_programs "$1" "$2"
	cp -R "$here/tools/$1/root/." "$2/"
	[ "$1" != disk ] || make_boot_loaders "$2/usr/share/perceus/grub"
}

# PROGRAM FOLDER: with its libraries and their loader, for a system that has none of them
copy_standing_program() {
	mkdir -p "$2/bin" "$2/lib"
	cp -L "$packages/$1" "$2/bin/${1##*/}.program"
	cp -L "$packages/lib64/ld-linux-x86-64.so.2" "$2/lib/"
	list_libraries "$packages/$1"
	while read -r name file; do cp -L "$file" "$2/lib/$name"; done <"$work/libraries"
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
