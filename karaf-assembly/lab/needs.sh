# shellcheck shell=sh
# Puts in place what the scripts need of Debian.

machine_packages() { echo qemu-system-x86 ipxe-qemu ovmf iproute2 ethtool socat util-linux jq nfs-ganesha nfs-ganesha-vfs squashfs-tools; }

test_packages() { echo acl atftp attr bind9-dnsutils busybox-static bzip2 cpio curl dhcpcd-base dnsmasq-base e2fsprogs grub-common grub-efi-amd64-bin grub-pc-bin isc-dhcp-client isc-dhcp-relay isc-dhcp-server kea-dhcp4-server libarchive-tools libcap2-bin nftables nmap openssh-client ovmf-ia32 postgresql pxelinux python3 qemu-system-arm shellcheck syslinux-common tcpdump tftp-hpa u-boot-qemu xz-utils zstd; }

bench_packages() { echo dnsmasq-base busybox-static tcpdump curl; }

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

missing_of() {
	for package in "$@"; do
		is_installed "$package" || echo "$package"
	done
}

has_jdk() {
	command -v javac >/dev/null || return 1
	version=$(javac -version 2>&1 | sed 's/^javac \(1\.\)\{0,1\}\([0-9]*\).*/\2/')
	[ "$version" -ge 17 ] 2>/dev/null
}

jdk_package() {
	has_jdk && return 0
	for package in openjdk-17-jdk-headless openjdk-21-jdk-headless; do
		if apt-cache show "$package" >/dev/null 2>&1; then
			echo "$package"
			return 0
		fi
	done
	echo default-jdk-headless
}

# need_root WORDS
need_root() {
	[ "$(id -u)" -eq 0 ] || stop "root is needed for the lab's network and for building a capsule: type sudo ./perceus $*"
}

# need PACKAGE… installs those that are missing
need() {
	if ! command -v apt-get >/dev/null; then
		need_by_hand "$@"
		return 0
	fi
	# shellcheck disable=SC2046
	set -- $(missing_of $(printf '%s\n' "$@" | sort -u)) $(jdk_package)
	[ $# -gt 0 ] || return 0
	if [ "$(id -u)" -ne 0 ]; then
		stop "this machine lacks Debian packages; install them with: sudo apt-get install --no-install-recommends $*"
	fi
	say "installing $(echo "$*" | sed 's/ /, /g') (Debian packages)"
	step "installing Debian packages" "$BUILD/logs/packages.log" sh "$LAB_SCRIPTS/install-packages" "$@"
}

# on other systems the names of packages differ: only look for the commands
need_by_hand() {
	for command in javac qemu-system-x86_64 ip socat jq cpio zstd; do
		command -v "$command" >/dev/null || lacking="${lacking:-}${lacking:+, }$command"
	done
	[ -z "${lacking:-}" ] || stop "this is not a Debian system, so these commands have to be installed by hand: $lacking (Debian's packages: $*)"
	has_jdk || stop "a JDK of version 17 or newer is needed (javac)"
}
