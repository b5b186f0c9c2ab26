# shellcheck shell=sh disable=SC2154,SC2034,SC2016
# The program that starts an ssh server where no init does.

SYSTEM=$PWD/system
export SYSTEM PERCEUS_RUN="$RUN"
mkdir -p "$SYSTEM/usr/sbin" "$SYSTEM/proc/1" "$SYSTEM/proc/70"
echo init >"$SYSTEM/proc/1/comm"
: >"$RUN/ready"

start() { "$BUSYBOX" sh "$SHARE/beside/sshd"; }

# NAME: the system has that server
has_server() {
	printf '#!/bin/sh\necho "$0" >>"%s/started"\n' "$PWD" >"$SYSTEM/usr/sbin/$1"
	chmod 755 "$SYSTEM/usr/sbin/$1"
}

test_the_server_is_started_once() {
	has_server dropbear
	has_server sshd
	start
	equal "$(cat started)" "$SYSTEM/usr/sbin/sshd"
	[ -d "$SYSTEM/run/sshd" ]
}

test_dropbear_is_a_server() {
	has_server dropbear
	start
	equal "$(cat started)" "$SYSTEM/usr/sbin/dropbear"
}

test_one_that_runs_is_left_alone() {
	has_server sshd
	echo dropbear >"$SYSTEM/proc/70/comm"
	start
	[ ! -e started ]
}

test_a_system_without_one_starts_none() {
	start
	[ ! -e started ]
}
