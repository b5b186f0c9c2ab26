# shellcheck shell=sh disable=SC2154
# What recipes are made of. A recipe has two functions: root_base prints what it begins with and depends on, root_make fills
# $root, with $work as its workshop.

# debian_base RELEASE: the archive of that Debian, made when it is missing
debian_base() {
	archive=$(dirname "$output")/../debian-$1.tar
	"$debian" --release "$1" --autologin --output "$archive" >&2 || cannot "there is no Debian $1 here"
	echo "$archive"
}

# debian_unpack RELEASE
debian_unpack() {
	archive=$(debian_base "$1")
	tar -xf "$archive" -C "$root" --numeric-owner --xattrs --xattrs-include='*'
}

# in_root COMMAND… runs it there, with the network of this machine and without starting servers
in_root() {
	cp "$root/etc/resolv.conf" "$work/resolv.conf"
	cat /etc/resolv.conf >"$root/etc/resolv.conf"
	printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
	chmod 755 "$root/usr/sbin/policy-rc.d"
	mount -t proc proc "$root/proc"
	DEBIAN_FRONTEND=noninteractive LC_ALL=C chroot "$root" "$@"
	umount "$root/proc"
	rm "$root/usr/sbin/policy-rc.d"
	cat "$work/resolv.conf" >"$root/etc/resolv.conf"
}

# debian_packages PACKAGE[-]…
debian_packages() {
	in_root apt-get -q update || cannot "Debian's mirror does not answer"
	in_root apt-get -q -y --no-install-recommends -o APT::Sandbox::User=root install "$@"
	in_root apt-get -q clean
	rm -rf "$root"/var/lib/apt/lists/*
	: >"$root/etc/machine-id"
}

# root_file PATH [MODE] writes standard input there
root_file() {
	mkdir -p "$(dirname "$root/$1")"
	cat >"$root/$1"
	chmod "${2:-644}" "$root/$1"
}

# the archive, with all that a file has beside its bytes, and what is in it
root_pack() {
	set -- "$root"/usr/lib/modules/* "$root"/lib/modules/*
	while [ ! -d "$1" ]; do shift; done
	tar -cf "$work/root.tar" -C "$root" --numeric-owner --acls --xattrs --xattrs-include='*' --exclude=./lost+found .
	{
		echo "name=$name"
		echo "inputs=$inputs"
		echo "kernel-version=$(basename "$1")"
	} >"$work/manifest"
	mv "$work/root.tar" "$output"
	mv "$work/manifest" "$output.manifest"
}
