# shellcheck shell=sh
# Machines that start from the disk that they were installed to.

# the root's file system and where it is
disk_root() { console_run "$1" 'findmnt -n -o FSTYPE,SOURCE / | tr -s " "'; }

# disk_starts VM NODE ROOT SECONDS checks a machine that finds no container: how long its firmware asks the network is up to it
disk_starts() {
	check "without the container the disk's boot loader starts the system" console_wait "$1" 'starting debian-12@1 from the disk' "$4"
	check "the system is up" console_wait "$1" 'root@[^ ]*#' 300
	equal "its root" "$(disk_root "$1")" "$3"
	equal "its name" "$(console_run "$1" hostname)" "$2"
}
