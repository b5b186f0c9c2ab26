# shellcheck shell=sh disable=SC2154
# From the initramfs into the root that was found.

# a root that only root may look into lets no service start that has a user of its own
open_root() {
	case $(stat -c %A "$ROOT") in
	dr?xr?xr?x*) ;;
	*) chmod a+rx "$ROOT" || say "the folder / is closed to all users but root, and cannot be opened" ;;
	esac
}

# not every init does it, or in time for what asks
name_system() {
	name=
	read -r name 2>/dev/null <"$ROOT/etc/hostname" || true
	[ -z "$name" ] || echo "$name" >/proc/sys/kernel/hostname
}

enter_root() {
	stop_loading_drivers
	[ "$ROOT" != / ] || keep_artifacts
	[ "$ROOT" != / ] || enter_first_root "$@"
	move_kernel_files "$ROOT"
	leave
	start_watch "$ROOT"
	exec "$BUSYBOX" switch_root "$ROOT" "$INIT" "$@"
}

leave() {
	trap - EXIT
	export PATH=/usr/sbin:/usr/bin:/sbin:/bin
}

is_mounted() { grep -q "^[^ ]* $1 " /proc/mounts; }

# a root that stays in the memory of the initramfs has what was kept there by another name
keep_artifacts() {
	[ -d "$PERCEUS/kept" ] || return 0
	mkdir -p "${ROOT%/}/usr/lib/perceus/next"
	mv "$PERCEUS/kept" "${ROOT%/}/usr/lib/perceus/next/kept"
}

# the kernel's first root cannot be exchanged by pivot_root, so / gets a mount of its own; what is ours goes last, by a shell
# that needs it no more
enter_first_root() {
	mkdir -p /.perceus/self
	mount --bind / /.perceus/self
	! is_mounted "$TREE" || mount --move "$TREE" "/.perceus/self$TREE"
	move_kernel_files /.perceus/self
	cd /.perceus/self || fail "the root could not be entered"
	leave
	start_watch /.perceus/self
	"$BUSYBOX" mount --move . /
	# shellcheck disable=SC2016 # for the shell in there
	exec "$BUSYBOX" chroot . "$BUSYBOX" sh -c '
		cd /.perceus
		rm -rf bin init lib library node root settings
		cd /
		rmdir /.perceus/self /.perceus/tree /.perceus 2>/dev/null
		exec "$0" "$@"' "$INIT" "$@"
}

# the system loads the rest itself
stop_loading_drivers() {
	[ -z "${DRIVERS:-}" ] || kill "$DRIVERS" 2>/dev/null || true
	echo /sbin/modprobe >/proc/sys/kernel/modprobe
}

# FOLDER: not every init mounts these itself; the last of them is what the shell finds its commands by
move_kernel_files() {
	"$BUSYBOX" mkdir -p "$1/dev" "$1/run" "$1/sys" "$1/proc"
	for files in dev run sys proc; do
		"$BUSYBOX" mount --move "/$files" "$1/$files"
	done
}

# FOLDER: the watch lives beside the init of the system in it, whichever that is, and sees the same files. Until it is in there
# nothing moves or goes from under it: the shell that begins it there is waited for.
start_watch() {
	[ -f "$1/usr/lib/perceus/watch" ] || return 0
	"$BUSYBOX" chroot "$1" /usr/lib/perceus/busybox sh -c \
		'/usr/lib/perceus/busybox sh /usr/lib/perceus/watch </dev/null >/dev/null 2>&1 &' || true
}
