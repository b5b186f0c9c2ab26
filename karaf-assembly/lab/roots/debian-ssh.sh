# shellcheck shell=sh disable=SC2154
# The Debian 12 of the recipe's own example: build --include openssh-server.

root_base() { cat "$(debian_base 12).manifest"; }

root_make() {
	"$debian" --release 12 --autologin --include openssh-server --output "$work/root.debian.tar" >&2 || cannot "there is no Debian 12 here"
	tar -xf "$work/root.debian.tar" -C "$root" --numeric-owner --xattrs --xattrs-include='*'
	rm "$work/root.debian.tar"
}
