# shellcheck shell=sh disable=SC2154,SC2034,SC2317,SC2016
# Programs that run beside the init of a second system, in a system of files of its own.

start_system() {
	SYSTEM=$PWD/system
	export SYSTEM
	mkdir -p "$SYSTEM/etc/modules-load.d" "$SYSTEM/etc/sysctl.d" "$SYSTEM/etc/perceus" "$SYSTEM/sbin" "$SYSTEM/bin" "$SYSTEM/proc"
	: >"$SYSTEM/proc/mounts"
}

# NAME TEXT: a program of the second system, which notes its calls
has_program() {
	printf '#!/bin/sh\necho "%s $*" >>"%s/calls"\n%s\n' "${1##*/}" "$PWD" "$2" >"$SYSTEM/$1"
	chmod 755 "$SYSTEM/$1"
}

test_a_program_is_put_beside_the_init() {
	run_beside drivers early
	run_beside mounts late
	equal "$(cat "$DESTDIR/usr/lib/perceus/beside/drivers") $(cat "$DESTDIR/usr/lib/perceus/beside/mounts")" "early late"
	[ -x "$DESTDIR/usr/lib/perceus/drivers" ]
}

test_only_programs_of_ours_run_beside() {
	fails_with "is no name" run_beside ../agent/agent early
	fails_with "is no name" run_beside '' early
	fails_with "there is no program" run_beside nothing early
	fails_with "early or late" run_beside drivers 'now; ls'
}

test_each_driver_is_loaded_whatever_becomes_of_the_others() {
	start_system
	has_program sbin/modprobe '[ "$1" != broken ]'
	printf 'loop\nbroken\nbr_netfilter\n' >"$SYSTEM/etc/modules-load.d/perceus.conf"
	contains "$(BUSYBOX=false busybox sh "$SHARE/beside/drivers")" "the driver broken could not be loaded"
	equal "$(cat calls)" "modprobe loop
modprobe broken
modprobe br_netfilter"
}

test_a_system_without_modprobe_has_that_of_busybox() {
	start_system
	has_program bin/ours ''
	echo loop >"$SYSTEM/etc/modules-load.d/perceus.conf"
	BUSYBOX=$SYSTEM/bin/ours busybox sh "$SHARE/beside/drivers"
	equal "$(cat calls)" "ours modprobe loop"
}

test_the_kernel_gets_its_parameters() {
	start_system
	has_program bin/ours ''
	BUSYBOX=$SYSTEM/bin/ours busybox sh "$SHARE/beside/sysctl"
	equal "$(cat calls)" "ours sysctl -q -p $SYSTEM/etc/sysctl.d/zz-perceus.conf"
}

# the words of the program that mounts, which sleeps and looks for the network no more
read_mounts() {
	start_system
	PERCEUS_TEST=yes PERCEUS_RUN=$RUN
	# shellcheck source=/dev/null
	. "$SHARE/beside/mounts"
	PATH=$PATH:/usr/local/bin
	has_network() { true; }
	sleep() { echo "$1" >>"$RUN/naps"; }
}

test_what_is_there_is_mounted_once() {
	read_mounts
	has_program bin/mount ''
	echo "10.0.0.1:/home /home nfs rw,vers=4.2" >"$SYSTEM/etc/perceus/mounts"
	main
	equal "$(cat calls)" "mount -t nfs -o rw,vers=4.2 10.0.0.1:/home /home"
	[ -d "$SYSTEM/home" ] && [ ! -e "$RUN/troubles" ]
}

test_a_server_that_is_away_is_told_and_asked_again() {
	read_mounts
	has_program bin/mount '[ "$(grep -c gone '"$PWD"'/calls)" -ge 9 ]'
	echo "10.0.0.9:/gone /scratch nfs rw" >"$SYSTEM/etc/perceus/mounts"
	main
	equal "$(cat "$RUN/troubles")" "10.0.0.9:/gone is not mounted at /scratch"
	equal "$(paste -s -d ' ' "$RUN/naps")" "1 2 4 8 16 32 64 64"
}

test_what_the_system_has_mounted_itself_is_left_alone() {
	read_mounts
	has_program bin/mount ''
	echo "x /home nfs4 rw 0 0" >"$SYSTEM/proc/mounts"
	echo "10.0.0.1:/home /home nfs rw" >"$SYSTEM/etc/perceus/mounts"
	main
	[ ! -e calls ]
}

test_a_folder_is_not_taken_for_one_that_is_called_alike() {
	read_mounts
	has_program bin/mount "echo \"x \$6 nfs4 rw\" >>'$SYSTEM/proc/mounts'"
	echo "x /srv/axb nfs4 rw 0 0" >"$SYSTEM/proc/mounts"
	echo "10.0.0.1:/b /srv/a.b nfs rw" >"$SYSTEM/etc/perceus/mounts"
	main
	contains "$(cat calls)" "10.0.0.1:/b /srv/a.b"
}

test_a_folder_waits_for_the_one_that_it_is_in() {
	read_mounts
	has_program bin/mount "echo \"x \$6 nfs4 rw\" >>'$SYSTEM/proc/mounts'"
	printf '%s\n' "10.0.0.1:/b /home/b/c nfs rw" "10.0.0.1:/a /home nfs rw" "10.0.0.1:/h /home2 nfs rw" >"$SYSTEM/etc/perceus/mounts"
	main
	equal "$(sed 's/.* //' calls | grep -v home2 | paste -s -d ' ')" "/home /home/b/c"
}
