# shellcheck shell=sh
# A Debian 12 with ifupdown, as its installer leaves it: a lease for the first card.

root_base() { cat "$(debian_base 12).manifest"; }

root_make() {
	debian_unpack 12
	debian_packages ifupdown isc-dhcp-client
	root_file etc/network/interfaces <<-'END_OF_FILE'
		source /etc/network/interfaces.d/*

		auto lo
		iface lo inet loopback

		allow-hotplug eth0
		iface eth0 inet dhcp
	END_OF_FILE
}
