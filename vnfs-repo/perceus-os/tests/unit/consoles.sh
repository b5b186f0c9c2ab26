# shellcheck shell=sh disable=SC2154,SC2034,SC2317
# The program that lets people log in on consoles where nobody else does.

SYSTEM=$PWD/system PERCEUS_TEST=yes PERCEUS_RUN=$RUN
mkdir -p "$SYSTEM/dev" "$SYSTEM/proc/1" "$SYSTEM/proc/77" "$SYSTEM/etc/perceus"
mknod "$SYSTEM/dev/ttyS1" c 4 65
mknod "$SYSTEM/dev/far" c 300 4660
# shellcheck source=/dev/null
. "$SHARE/beside/consoles"
PATH=$PATH:/usr/local/bin

# TTY NAME: what the kernel says of a process
process() { echo "77 ($2) S 1 77 77 $1 77 4194560 0" >"$SYSTEM/proc/77/stat"; }

test_the_number_of_a_terminal_is_that_of_the_kernel() {
	equal "$(number_of ttyS1)" 1089
	# as new_encode_dev of Linux has it, with the major number cut to what /proc shows
	equal "$(number_of far)" $((0x1234 % 256 + 0x12 * 0x100000 + 300 * 256))
	refused number_of ttyS9
}

test_a_terminal_that_somebody_has_is_taken() {
	process 1089 'a) S 1 (b'
	is_taken ttyS1
	process 1088 getty
	refused is_taken ttyS1
	process 0 1089
	refused is_taken ttyS1
}

test_a_terminal_that_is_not_there_is_left_alone() { is_taken ttyS9; }

# ends at the third nap
nap_thrice() {
	sleep() {
		echo "$1" >>naps
		[ "$(grep -c . naps)" -lt 3 ] || exit 0
	}
	BUSYBOX=$PWD/noting
	printf '#!/bin/sh\necho "$*" >>%s/calls\nexit 1\n' "$PWD" >noting
	chmod 755 noting
}

test_a_getty_runs_where_nobody_else_has_one() {
	nap_thrice
	(serve ttyS1 115200 vt102)
	equal "$(head -n 1 calls)" "setsid $PWD/noting getty -L 115200 ttyS1 vt102"
}

test_a_getty_of_the_system_is_left_alone() {
	nap_thrice
	process 1089 getty
	(serve ttyS1 115200 vt102)
	[ ! -e calls ]
}

test_each_console_is_served_once_the_node_is_ready() {
	printf 'ttyS1 115200 vt102\ntty1 38400 linux\n' >"$SYSTEM/etc/perceus/consoles"
	serve() { echo "$*" >>served; }
	sleep() { : >"$RUN/ready"; }
	main
	equal "$(sort served | paste -s -d ,)" "tty1 38400 linux,ttyS1 115200 vt102"
}
