# shellcheck shell=sh
# A Debian 12 with NetworkManager, beside a networkd that nobody has switched on.

root_base() { cat "$(debian_base 12).manifest"; }

root_make() {
	debian_unpack 12
	debian_packages network-manager
}
