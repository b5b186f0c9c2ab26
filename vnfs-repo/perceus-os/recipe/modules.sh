# shellcheck shell=sh disable=SC2154
# The driver tree: what recipe/modules selects, with dependencies, each module compressed on its own, so that a
# boot decompresses only the ones its machine needs. Uses $recipe, $kernel, $packages, $tree, $release and $work.

copy_modules() {
	from=$packages/lib/modules/$release
	into=$tree/lib/modules/$release
	mkdir -p "$into"
	cp "$from/modules.builtin" "$from/modules.builtin.modinfo" "$from/modules.order" "$into"
	packaged depmod -b "$packages" "$release"
	selected_modules >"$work/selected"
	with_dependencies "$from/modules.dep" <"$work/selected" | LC_ALL=C sort -u >"$work/modules"
	while read -r module; do
		mkdir -p "$into/${module%/*}"
		cp "$from/$module" "$into/$module"
	done <"$work/modules"
	compress_modules "$into"
	packaged depmod -b "$tree" "$release"
	rm -f "$into/modules.order" "$into/modules.devname" "$into"/modules.alias "$into"/modules.symbols*
}

# a line that selects nothing is an error, so that a renamed driver does not get lost; the cloud kernel has fewer
selected_modules() {
	sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$recipe/modules" | while read -r name; do
		if [ -d "$from/kernel/$name" ]; then
			(cd "$from" && find "kernel/$name" -name '*.ko')
		elif [ -f "$from/kernel/$name.ko" ]; then
			echo "kernel/$name.ko"
		elif [ "$kernel" = full ] && ! grep -qx "kernel/$name.ko" "$from/modules.builtin"; then
			stop "recipe/modules: kernel $release has no $name"
		fi
	done
}

with_dependencies() {
	awk -v dep="$1" '
		BEGIN { while ((getline line < dep) > 0) { split(line, part, ":"); needs[part[1]] = part[2] } }
		{ print; n = split(needs[$0], list, " "); for (i = 1; i <= n; i++) print list[i] }'
}

compress_modules() {
	find "$1" -name '*.ko' -print0 | LC_ALL=C sort -z | xargs -0 -r -n 32 -P "$(nproc)" zstd -q -19 --rm
}
