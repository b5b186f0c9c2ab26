# shellcheck shell=sh disable=SC2034
# The words of Perceus OS, which write down how they were called.
set -eu

note() { printf '%s\0' "$#" "$@" >>"$CALLS"; }

# words of a node script
step() { note step "$@"; }
fetch() { note fetch "$@" && echo "$1" >"$3"; }
fail() { note fail "$@" && exit 9; }
tools_are() { note tools_are "$@"; }
capsule_is() { note capsule_is "$@"; }
install_agent() { note install_agent "$@"; }
install_address() { note install_address "$@"; }
run_beside() { note run_beside "$@"; }
install_ram_init() { note install_ram_init "$1"; }
append_overlay() { note append_overlay "$@"; }
keep_artifact() { note keep_artifact "$@"; }
append_starter() { note append_starter "$@"; }
append_node_files() { note append_node_files "$@"; }
append_folder() { note append_folder "$@"; }
enter_kexec() { note enter_kexec "$1" "$2" "$3" && exit 0; }
node_script() {
	note node_script "$@"
	make_folder "/usr/lib/perceus/scripts/$1"
	cat >"$DESTDIR/usr/lib/perceus/scripts/$1/$2"
}
link_file() {
	note link_file "$@"
	make_folder "${2%/*}"
	# the stubs hide ln from scripts
	/bin/ln -s "$1" "$DESTDIR$2"
}
write_file() {
	note write_file "$@"
	make_folder "${1%/*}"
	case $2 in
	644) (umask 022 && cat >"$DESTDIR$1") ;;
	*) cat >"$DESTDIR$1" && chmod "$2" "$DESTDIR$1" ;;
	esac
}
write_binary() {
	note write_binary "$@"
	make_folder "${1%/*}"
	base64 -d >"$DESTDIR$1"
	chmod "$2" "$DESTDIR$1"
}
place_artifact() {
	note place_artifact "$@"
	make_folder "${1%/*}"
	echo "$3" >"$DESTDIR$1"
	chmod "$2" "$DESTDIR$1"
}
write_folder() {
	note write_folder "$@"
	make_folder "$1"
	chmod "$2" "$DESTDIR$1"
}
own_file() { note own_file "$@"; }
make_folder() {
	[ "$1" = "${1%/*}" ] || [ -d "$DESTDIR$1" ] || (
		make_folder "${1%/*}"
		[ -d "$DESTDIR$1" ] || /bin/mkdir -m "$(folder_mode "$1")" "$DESTDIR$1"
	)
}
folder_mode() {
	case $1 in
	/root | */.ssh) echo 700 ;;
	/tmp | /var/tmp) echo 1777 ;;
	*) echo 755 ;;
	esac
}

# words for disks: a machine with one disk, which is empty
use_tools() { note use_tools "$@"; }
find_installed() { note find_installed "$@" && INSTALLED=; }
take_installed() { note take_installed "$@"; }
choose_disks() { note choose_disks "$@" && DISKS=vda; }
need_room() { note need_room "$@"; }
make_disks() { note make_disks "$@"; }
install_root() { note install_root "$@"; }
install_node_files() { note install_node_files "$@"; }
append_disk_starter() { note append_disk_starter "$@"; }
finish_disks() { note finish_disks "$@"; }
event() { note event "$@"; }
confirm_events() { note confirm_events "$@"; }

# words of mount_root, which runs at once, to see that it is shell and does no more than it says
bring_up_network() { note bring_up_network "$@"; }
load_all_drivers() { note load_all_drivers "$@"; }
wait_for() { note wait_for "$@"; }
device_of() { note device_of "$@" && echo "/dev/of-$1"; }
mount_tree() { note mount_tree "$1" "$2" "$3" "$4"; }
size_root() { note size_root "$1"; }
overlay_root() { note overlay_root "$1" "$2" && ROOT=$RUN/overlay; }
install_starter() {
	note install_starter "$@"
	(
		set -eu
		ROOT=/
		eval "$1"
		mount_root
	)
}
