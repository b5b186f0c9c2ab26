# shellcheck shell=sh disable=SC2154
# Ubuntu 24.04 with its netplan and the kernel for virtual machines.

UBUNTU=http://archive.ubuntu.com/ubuntu
UBUNTU_KEYS=pool/main/u/ubuntu-keyring/ubuntu-keyring_2023.11.28.1_all.deb
UBUNTU_KEYS_HASH=36de43b15853ccae0028e9a767613770c704833f82586f28eb262f0311adb8a8

root_base() { echo "$UBUNTU $UBUNTU_KEYS_HASH"; }

root_make() {
	/usr/lib/apt/apt-helper download-file "$UBUNTU/$UBUNTU_KEYS" "$work/keys.deb" "SHA256:$UBUNTU_KEYS_HASH" ||
		cannot "there is no mirror of Ubuntu here"
	dpkg-deb -x "$work/keys.deb" "$work/keys"
	mmdebstrap --mode=root --variant=minbase --format=directory --keyring="$work/keys/usr/share/keyrings/ubuntu-archive-keyring.gpg" \
		--include=systemd-sysv,udev,kmod,iproute2,iputils-ping,netplan.io,linux-image-virtual \
		--aptopt='APT::Install-Recommends "false"' --dpkgopt=force-unsafe-io \
		--dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*/*' \
		noble "$root" "deb $UBUNTU noble main" "deb $UBUNTU noble-updates main"
	rm -rf "$root"/var/lib/apt/lists/* "$root"/boot/initrd* "$root"/boot/System.map-*
	: >"$root/etc/machine-id"
	root_file etc/systemd/system/serial-getty@.service.d/autologin.conf <<-'END_OF_FILE'
		[Service]
		ExecStart=
		ExecStart=-/sbin/agetty --autologin root --noclear --keep-baud 115200,57600,38400,9600 - $TERM
	END_OF_FILE
}
