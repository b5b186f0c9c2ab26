# shellcheck shell=sh
# A Debian 12 with netplan, whose own file takes a lease on any card.

root_base() { cat "$(debian_base 12).manifest"; }

root_make() {
	debian_unpack 12
	debian_packages netplan.io
	root_file etc/netplan/01-all.yaml 600 <<-'END_OF_FILE'
		network:
		  version: 2
		  renderer: networkd
		  ethernets:
		    all:
		      match: {name: "e*"}
		      dhcp4: true
	END_OF_FILE
}
