# shellcheck shell=sh disable=SC2154
# Debian packages: which, where from, and their files. Uses $here, $recipe, $kernel, $cache and $work.

# where Debian keeps what a mirror has no longer
ARCHIVE=http://snapshot.debian.org/archive/debian/20250601T000000Z

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
	read -r _ _ _ url <"$cache/$kernel.packages"
	newer_packages "${url%%/pool/*}"
}

# MIRROR: lines as above of the packages of a newer Debian, which apt here knows nothing of
newer_packages() {
	sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$recipe/newer-packages" | while read -r folder file bytes hash; do
		echo "$file $bytes $hash $1/$folder/$file"
	done
}

apt_uris() (
	cd "$work/empty" || exit 1
	# shellcheck disable=SC2046 # names, one word each
	LC_ALL=C apt-get --print-uris download $(package_names) 2>"$work/apt.log" |
		sed -n "s/^'\([^']*\)' \([^ ]*\) \([0-9]*\) SHA256:\([0-9a-f]*\)$/\2 \3 \4 \1/p" | sort
)

# downloads what the cache lacks, then verifies every package by its hash
download_packages() {
	while read -r file bytes rest; do
		[ "$(stat -c %s "$cache/$file" 2>/dev/null)" = "$bytes" ] || echo "$file $bytes $rest"
	done <"$1" >"$work/missing"
	if [ -s "$work/missing" ]; then
		say "downloading $(wc -l <"$work/missing") packages"
		download_known
		download_newer
	fi
	while read -r file _ hash _; do
		echo "$hash  $cache/$file"
	done <"$1" | sha256sum --check --quiet --strict - || stop "a package in $cache is damaged: remove it and try again"
}

is_newer() { grep -q "^[^#]* $1 " "$recipe/newer-packages"; }

download_known() {
	missing=$(while read -r file _; do is_newer "$file" || echo "${file%%_*}"; done <"$work/missing")
	[ -n "$missing" ] || return 0
	# shellcheck disable=SC2086 # names, one word each
	(cd "$cache" && apt-get -qq -o APT::Sandbox::User="$(id -un)" download $missing) ||
		stop "apt-get could not download: $(echo "$missing" | tr '\n' ' ')"
}

download_newer() {
	while read -r file _ hash url; do
		! is_newer "$file" || download_file "$url" "$file" "$hash" || download_file "$ARCHIVE/pool/${url#*/pool/}" "$file" "$hash" ||
			stop "$file could not be downloaded, neither from ${url%/*} nor from $ARCHIVE: $(tail -n 1 "$work/apt.log")"
	done <"$work/missing"
}

# URL FILE SHA256: by the proxies that apt is told of
download_file() { /usr/lib/apt/apt-helper -o APT::Sandbox::User="$(id -un)" download-file "$1" "$cache/$2" "SHA256:$3" >"$work/apt.log" 2>&1; }

# unpacks all packages into one tree
unpack_packages() {
	mkdir -p "$2"
	while read -r file _; do
		dpkg-deb -x "$cache/$file" "$2"
	done <"$1"
}
