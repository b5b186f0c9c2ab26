# shellcheck shell=sh disable=SC2154
# Debian packages: which, where from, and their files. Uses $here, $recipe, $kernel, $cache and $work.

# one name per line
package_names() {
	kernel_package
	cat "$recipe/packages" "$here"/tools/*/packages | sed -e 's/#.*//' -e '/^[[:space:]]*$/d'
}

# the one that the meta package stands for
kernel_package() {
	case $kernel in
	full) meta=linux-image-amd64 ;;
	cloud) meta=linux-image-cloud-amd64 ;;
	esac
	LC_ALL=C apt-cache depends "$meta" | sed -n 's/^ *Depends: \(linux-image-[^ ]*\)$/\1/p' | head -n 1
}

# lines "FILE BYTES SHA256 URL" of the packages that apt would take now; the last known ones when apt knows none
package_list() {
	mkdir -p "$cache" "$work/empty"
	if apt_uris >"$work/packages" && [ -s "$work/packages" ]; then
		cp "$work/packages" "$cache/$kernel.new"
		mv "$cache/$kernel.new" "$cache/$kernel.packages"
	elif [ ! -s "$cache/$kernel.packages" ]; then
		stop "apt knows no such packages: run 'apt-get update' on a Debian 12 host, with its main section enabled"
	fi
	cat "$cache/$kernel.packages"
}

apt_uris() (
	cd "$work/empty" || exit 1
	# shellcheck disable=SC2046 # names, one word each
	LC_ALL=C apt-get --print-uris download $(package_names) 2>"$work/apt.log" |
		sed -n "s/^'\([^']*\)' \([^ ]*\) \([0-9]*\) SHA256:\([0-9a-f]*\)$/\2 \3 \4 \1/p" | sort
)

# downloads what the cache lacks, then verifies every package by its hash
download_packages() {
	missing=$(while read -r file bytes _; do
		[ "$(stat -c %s "$cache/$file" 2>/dev/null)" = "$bytes" ] || echo "${file%%_*}"
	done <"$1")
	if [ -n "$missing" ]; then
		say "downloading $(echo "$missing" | wc -l) packages"
		# shellcheck disable=SC2086 # names, one word each
		(cd "$cache" && apt-get -qq -o APT::Sandbox::User="$(id -un)" download $missing) ||
			stop "apt-get could not download: $(echo "$missing" | tr '\n' ' ')"
	fi
	while read -r file _ hash _; do
		echo "$hash  $cache/$file"
	done <"$1" | sha256sum --check --quiet --strict - || stop "a package in $cache is damaged: remove it and try again"
}

# unpacks all packages into one tree
unpack_packages() {
	mkdir -p "$2"
	while read -r file _; do
		dpkg-deb -x "$cache/$file" "$2"
	done <"$1"
}
