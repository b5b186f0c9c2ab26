# shellcheck shell=sh disable=SC2154
# A direct start: a boot loader has loaded the second system, and Perceus OS runs on its kernel, in a corner of its root, before it
# begins. The same script of the node makes its files and then lets it begin, without another kernel.

CAPSULE=${CAPSULE:-/capsule}
ARGUMENTS=${ARGUMENTS:-/arguments}

is_direct() { [ -e "$ARGUMENTS" ]; }

# SHA256 FILE: what the boot loader has loaded need not be fetched
is_loaded() {
	case ,${PERCEUS_LOADED:-}, in
	*,"$1",*) : >"$2" ;;
	*) return 1 ;;
	esac
}

# KERNEL-ARGUMENTS: what a kernel was started with cannot be changed
check_started() {
	read -r line <"${SYSTEM:-}/proc/cmdline"
	# the kernel has one blank where there were several
	case " $line" in
	*" $(echo "$1" | tr -s ' ' | sed 's/^ //; s/ $//')") ;;
	*) fail "the node was to start with other kernel arguments by now" ;;
	esac
}

# gives the second system its starter, and that the node's files, as an archive behind it would
lay_starter() (
	cp -a "$RUN/starter/.perceus/." "$CAPSULE/.perceus/"
	cp -a "$DESTDIR" "$CAPSULE/.perceus/node"
	[ ! -e "$CAPSULE/.perceus/node/usr/lib/perceus/busybox" ] ||
		ln -f "$CAPSULE/.perceus/bin/busybox" "$CAPSULE/.perceus/node/usr/lib/perceus/busybox"
)

# the second system names its cards itself, and those that are up keep their names
leave_cards() {
	kill "${DRIVERS:-}" 2>/dev/null || true
	leave_vlan
	ip address flush dev "$CARD"
	ip link set dev "$CARD" down
}

# in the shell of the script
let_begin() {
	leave_cards
	: >"$CAPSULE/.perceus/begin"
	exit 0
}

# whether the script has let the second system begin
begins() { is_direct && [ -e "$CAPSULE/.perceus/begin" ]; }
